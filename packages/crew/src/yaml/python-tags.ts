import type { Tags } from "yaml";

/** Python's YAML takes `yes` and `no` for flags, but `y` and `n` for texts. */
export function pythonTags(tags: Tags): Tags {
  return tags.map((tag) => {
    const isFlag = typeof tag === "object" && tag.tag === "tag:yaml.org,2002:bool";
    if (!isFlag || !("test" in tag) || tag.test === undefined) return tag;
    return { ...tag, test: new RegExp(`(?=..)${tag.test.source}`) };
  });
}
