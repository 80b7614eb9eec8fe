#!/usr/bin/env node
"use strict";
require("./k8s-copilot.cjs");
