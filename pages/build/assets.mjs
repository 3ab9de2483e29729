// Every asset that is built here and kept in the repository: where it lies, and what must stand in it.
import { buildSync } from 'esbuild';
import { reach } from './reach.mjs';
import { world } from './world.mjs';

const RESOURCES = '../core/src/main/resources/org/testigo/reports/';
const PATHS = '../core/src/main/resources/org/testigo/exposure/paths/';

export function assets() {
  return new Map([
    [RESOURCES + 'maps/world.tsv', world()],
    [PATHS + 'country-circles.tsv', reach()],
    [RESOURCES + 'tables.js', script('src/tables.ts')],
    [RESOURCES + 'timeline.js', script('src/timeline.ts')],
  ]);
}

function script(entry) {
  const built = buildSync({ entryPoints: [entry], bundle: true, minify: true, write: false, format: 'iife', target: 'es2022', charset: 'ascii' });
  return built.outputFiles[0].text;
}
