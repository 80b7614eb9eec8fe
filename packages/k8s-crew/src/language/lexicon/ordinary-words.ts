const peopleAndPages: readonly string[] = [
  "doctors, nurses, students, teachers, drivers, colleagues, developers, devs, managers, folks",
  "page, pages, screen, screens, site, sites, website, websites, webpage",
];

/**
 * Nouns among the words that say nothing of a request. Before “namespace” they can only be its name (“the developers
 * namespace”), where an adjective there says which one is meant (“the current namespace”): no rule of form tells the two
 * apart, so the nouns are listed.
 */
export const ordinaryNouns: readonly string[] = [
  ...peopleAndPages,
  "k8s, kube, kubernetes, team, teams, people, message, messages, info, stuff, report, reports, alert, alerts",
];

/**
 * Ordinary English words that stand where a name could stand and are none: what things do and how they are, people and
 * their days. Beside a kind that they follow (“pod returns”) such a word is no name either; quoted it is one. Each line
 * lists phrases, separated by commas.
 */
export const ordinaryWords: readonly string[] = [
  // What things do.
  "returns, returned, returning, serves, serve, served, serving, responds, respond, responding, replies, answers, answering",
  "eats, eat, eating, eaten, hogs, hog, hogging, consumes, consume, consuming, burns, burning, taking, takes up, taking up",
  "misses, miss, missing, lacks, lack, lacking, loses, lose, losing, lost, disappeared, vanished, gone, remains",
  "behaves, behave, behaving, misbehaves, misbehaving, acts, acting, loads, loading, loaded, refuses, refusing, rejects",
  "throws, throw, throwing, thrown, shows, showing, shown, says, saying, said, prints, printing, printed, reports, reporting",
  "waits, waiting, blocks, blocking, blocked, complains, complaining, complained, finishes, finish, finished, completes",
  "start, starts, matters, matter, becomes, become, became, belongs, belong, holds, holding, held, grows, growing, grew, shrinks",
  "breaks, breaking, broke, dies, resets, restarted, piling up, piles up, piling, backed up, acting up, acts up, pull, pulls, pulling, bind, binds, binding, mounts, mounting, expire, expires, expiring, expired",
  // How things are.
  "weird, strange, odd, funny, wonky, flaky, ugly, urgent, pressing, critical, empty, blank, idle, busy, quiet, silent, spiky",
  "unused, useless, obsolete, outdated, unneeded, leftover, leftovers, forgotten, abandoned, junk, garbage, rubbish",
  // People, and what they have before them.
  ...peopleAndPages,
  "overnight, lunchtime, gm, tonight's, evening, midnight, noon, weekend, monday, tuesday, wednesday, thursday, friday, saturday, sunday",
];
