import type { Language } from "../language/types.ts";
import { sayOfModel } from "../words/model-claims.ts";

/** Commands of each program that only look. Of the others every command may change something. */
const looking: Readonly<Record<string, RegExp>> = {
  kubectl:
    /^(?:get|describe|logs|top|explain|version|cluster-info|api-resources|api-versions|events|diff|wait|auth (?:can-i|whoami)|config (?:view|get-\S+|current-context)|rollout (?:status|history))(?!\S)/u,
  k: /^(?:get|describe|logs|top|explain|events)(?!\S)/u,
  oc: /^(?:get|describe|logs|whoami|explain|version|status|adm top)(?!\S)/u,
  helm: /^(?:list|ls|status|history|get|show|search|version|template|lint|env)(?!\S)/u,
  docker: /^(?:ps|logs|inspect|images|stats|version|info)(?!\S)/u,
  crictl: /^(?:ps|logs|inspect\w*|images|stats|pods|version|info)(?!\S)/u,
  systemctl: /^(?:status|list-units|show|is-\S+)(?!\S)/u,
  etcdctl: /^(?:get|endpoint|member list|version)(?!\S)/u,
  kubeadm: /^(?:version|config (?:view|print)|certs check-expiration|token list)(?!\S)/u,
};

/** Programs that are named for nothing but what they destroy or stop. */
const destroying = "rm|dd|mkfs(?:\\.\\w+)?|shutdown|reboot|poweroff|kill|killall|pkill";

const word = String.raw`(?:"[^"\n]*"|'[^'\n]*'|\{[^}\n]*\}|[\w./:=@*%,$<>{}+~-]+)`;

/** One word that goes on with the sentence ends a command: “run kubectl delete pod x and wait”. */
const goesOn = String.raw`(?:and|or|then|to|in order|so|but|will|would|should|which|because|if|for|is|it|that|again|first)\b`;

const line = (program: string) => String.raw`(?<![\w./-])(?:sudo )?(${program})((?:[ \t]+(?!${goesOn})${word})+)`;

const command = new RegExp(`${line(Object.keys(looking).join("|"))}|${line(destroying)}`, "giu");

/** What is asked of a program, behind the options that stand before it and what they are given. */
const startsOf = (rest: string): readonly string[] => {
  const words = rest.trim().split(/\s+/u);
  const last = words.findIndex((each, index) => !each.startsWith("-") && words[index - 1]?.startsWith("-") !== true);
  return words.slice(0, (last < 0 ? words.length : last) + 1).map((_, index) => words.slice(index).join(" "));
};

/**
 * Commands that change something are left out of what a model says, which is said: what they would do was held against
 * nothing, and who reads them may run them. That a result holds one is no reason: somebody may have put it there.
 */
export const withoutCommands = (text: string, language: Language): string =>
  text.replace(command, (said: string, program: string | undefined, rest: string | undefined) => {
    if (program === undefined || rest === undefined) return isPath(said) ? leftOut(said, language) : said;
    const starts = startsOf(rest);
    if (starts.some((start) => looking[program.toLowerCase()]?.test(start))) return said;
    const changing = starts.find((start) => commandWords.test(start));
    return changing === undefined ? said : leftOut(`${program} ${changing}`, language);
  });

/** “Kubectl is a program”, “the docker daemon”: no command is meant. */
const commandWords =
  /^(?:delete|apply|create|edit|patch|replace|scale|autoscale|set|rollout|drain|cordon|uncordon|taint|label|annotate|run|exec|cp|attach|debug|expose|port-forward|proxy|config|certificate|auth|adm|new-\w+|uninstall|install|upgrade|rollback|rm|rmi|kill|stop|start|restart|prune|system|pull|push|tag|build|compose|disable|enable|mask|daemon-reload|del|put|snapshot|reset|init|join|token|certs|volume|container|image|remove)(?!\S)/iu;

const isPath = (said: string): boolean =>
  /\s-{1,2}\w|\s\/|\s\d+$|=|^(?:sudo )?(?:shutdown|reboot|poweroff)\b/u.test(said);

const leftOut = (said: string, language: Language): string =>
  sayOfModel(language, "commandLeftOut", { command: said.trim().split(/\s+/u).slice(0, 2).join(" ") });
