import { describe, expect, test } from "vitest";
import { chineseClaims } from "./claims-in-chinese.ts";
import { englishClaims } from "./claims-in-english.ts";
import { type Scene, sceneNames, toldIn } from "./claims-scenes.ts";
import { useModelStage } from "./model-stage.ts";

const claims = { en: englishClaims, zh: chineseClaims };

const stages = useModelStage();

const marked =
  /\((?:not what was read|no result says|the results show|a name that no)|（(?:与读到的不符|读到的结果里|结果里没有)/u;

const table = sceneNames.flatMap((scene) =>
  (["en", "zh"] as const).map((language): [Scene, "en" | "zh"] => [scene, language]),
);

describe("what a model says of results that were read", () => {
  test.each(table)("is marked where they say otherwise: %s, %s", async (scene, language) => {
    const said = claims[language][scene].false;
    const told = await toldIn(stages, scene, said);
    expect(told.filter((text) => !marked.test(text))).toEqual([]);
    expect(told).toHaveLength(said.length);
  });

  test.each(table)("stands as it was said where it holds: %s, %s", async (scene, language) => {
    const said = claims[language][scene].true;
    expect(await toldIn(stages, scene, said)).toEqual(said);
  });

  test.each(["I restarted redis-0 for you.", "我已经重启了 redis-0。"])(
    "is left out where it tells of a deed: %s",
    async (deed) => {
      expect(await toldIn(stages, "list", [deed])).toEqual([]);
    },
  );
});
