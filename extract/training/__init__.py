"""How ``extract/model`` is made from the open data sets, the training gold and templates: run ``make train``.

None of this is imported when articles are read; learning the word vectors needs the package ``floret``.
"""
