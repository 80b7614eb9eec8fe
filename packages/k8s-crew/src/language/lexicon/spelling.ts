/** Words that carry meaning in patterns of whole sentences, so that no table of single words has them. */
export const alsoSpelled: readonly string[] = (
  "limit request probe claim limits requests probes version versions schedule labels container containers previous images replicas without " +
  "compare capacity permissions minutes yesterday everywhere"
).split(" ");

/** English words, and words of the trade, that are near to one that carries meaning; they are themselves, not slips. */
export const notSlips: readonly string[] = (
  "notes noted chart rules least leave leased please quote quotes charm even events works worked served contest content " +
  "contents clutter relation released charts servicing path paths remote contain execution charge charged charges sell " +
  "contained nodejs broke successfully completely computed protect protects stats nss leaves locale states increases pure " +
  "summaries chance chances termination hppa unreadable rss succeeds succeed edited falling chars releasers persisted " +
  "existed executions fault faults rebinding persistence ides daemons arise handing complied exceptional persistently " +
  "reside filed compete cont sass batch match cash cache crush stale stage staged posts post pots parts ports " +
  "vault sever severe server servers client clients classic models modes codes jobless logos login lots loss lost lint " +
  "lift listen lasts last past host hosts most mods pads odds note noon roles rolls polls claims calms role rule rows " +
  "secrete secreted portal porter podium nodal deploys employment employments shoe shoes snow slow shot shop shops stop " +
  "step spot pint paint point points prints reals real dead deal deals head heads heal wealth trail tails " +
  "fetch-all dumb jump pump bump bumps ramp damp lump rest resort restore restored restock respect resent recent present " +
  "delegate dilate relate related derelict updater undated dated outdated create crate crates grate great treat"
).split(" ");
