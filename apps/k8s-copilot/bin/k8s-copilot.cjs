#!/usr/bin/env node
// Plain old syntax on purpose: a Node that is too old must still be able to read the sentence below.
"use strict";
var version = process.versions.node.split(".").map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  process.stderr.write(
    "k8s-copilot needs Node.js 20.19 or newer; this is " +
      process.versions.node +
      ". / 需要 Node.js 20.19 或更新版本。\n",
  );
  process.exitCode = 1;
} else if (!require("fs").existsSync(require("path").join(__dirname, "../dist/load.cjs"))) {
  process.stderr.write("k8s-copilot has not been built yet. Run: npm run build / 尚未构建，请先运行：npm run build\n");
  process.exitCode = 1;
} else {
  require("../dist/load.cjs").load(require("path").join(__dirname, "../dist"), "main.cjs");
}
