// Writes every built asset to its place in the repository.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { assets } from './assets.mjs';

for (const [path, content] of assets()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  console.log(`${path}: ${content.length} bytes`);
}
