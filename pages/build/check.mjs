// Builds every asset anew and compares it with the one in the repository.
import { readFileSync } from 'node:fs';
import { assets } from './assets.mjs';

const stale = [...assets()].filter(([path, content]) => readFileSync(path, 'utf8') !== content).map(([path]) => path);
for (const path of stale) console.error(`${path} is not what its sources give: run "npm run build" in pages`);
if (stale.length > 0) process.exit(1);
console.log(`pages: ${assets().size} assets are what their sources give`);
