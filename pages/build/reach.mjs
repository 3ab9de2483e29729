// The land of every country covered by a few circles, so that a distance between two countries that is never too long can be found without
// the shapes: Natural Earth 1:50m (package world-atlas), all corners of its borders. One line per country: code, then latitude, longitude
// (hundredths of a degree) and radius (kilometres, rounded up) of each circle; tab-separated.
import { createRequire } from 'node:module';
import { geoDistance } from 'd3-geo';
import { feature } from 'topojson-client';
import countries from 'i18n-iso-countries';

const require = createRequire(import.meta.url);
const EARTH_KILOMETRES = 6371.0088;
/** More circles than these make the table larger than the gain. */
const MOST_CIRCLES = 12;
/** Circles of this size are small enough. */
const SMALL_KILOMETRES = 150;
/** Corners are joined by straight lines that bend on the globe, and 1:50m leaves islets away. */
const MARGIN_KILOMETRES = 25;

export function reach() {
  const topology = require('world-atlas/countries-50m.json');
  const byCode = new Map();
  for (const one of feature(topology, topology.objects.countries).features) {
    const code = one.id === undefined ? '' : countries.numericToAlpha2(one.id) ?? '';
    if (code !== '') byCode.set(code, [...(byCode.get(code) ?? []), ...corners(one.geometry)]);
  }
  return [...byCode.keys()].sort().map((code) => line(code, byCode.get(code))).join('\n') + '\n';
}

function corners({ type, coordinates }) {
  return (type === 'Polygon' ? [coordinates] : coordinates).flat(2);
}

/** Takes the corner that is farthest from all circles as the centre of the next, until all are near. */
function line(code, points) {
  const centres = [points[0]];
  const distances = points.map((point) => kilometres(point, points[0]));
  for (;;) {
    const farthest = distances.indexOf(Math.max(...distances));
    if (distances[farthest] <= SMALL_KILOMETRES || centres.length === MOST_CIRCLES) break;
    centres.push(points[farthest]);
    points.forEach((point, i) => (distances[i] = Math.min(distances[i], kilometres(point, points[farthest]))));
  }
  const radii = centres.map(() => 0);
  for (const point of points) {
    const near = centres.map((centre) => kilometres(point, centre));
    const nearest = near.indexOf(Math.min(...near));
    radii[nearest] = Math.max(radii[nearest], near[nearest]);
  }
  const circles = centres.map(([longitude, latitude], i) =>
    [Math.round(latitude * 100), Math.round(longitude * 100), Math.ceil(radii[i]) + MARGIN_KILOMETRES].join(' '));
  return [code, ...circles].join('\t');
}

function kilometres(a, b) {
  return geoDistance(a, b) * EARTH_KILOMETRES;
}
