// How many statements find-statements would find.
//
// $rule text = "": the rule: its id, a citation, a part of its title, or of the words that name it. Example: uu asn
// $words text = "": words that stand in the statement. Example: teguran
// $also text = "": further words that stand in it.
// $and_also text = "": yet further words that stand in it.
// $speaker text = "": part of the speaker's name. Example: hasan
// $place text = "": part of the name of the speaker's region, or of one that it lies in. Example: kota metro
// $act speech-act = "": states, warns, urges, forbids, promises, denies, proposes or announces-sanction. Example: warns
// $modality modality = "": negated, conditional, possible or obliged. Example: obliged
// $since day = "": first day of the articles. Example: 2024-01-01
// $until day = "": last day of the articles. Example: 2024-12-31
// $once integer = 0: 1 counts what several articles print of one text once, where it was printed first.
UNWIND $found AS one
RETURN one.statements AS statements
ORDER BY statements
