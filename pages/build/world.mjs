// The world as path data: Natural Earth 1:50m (package world-atlas), Equal Earth projection, simplified once for all shared borders.
// Gives one line per shape: code, centre x, centre y, path; tab-separated. Coordinates are whole tenths of a unit of a 1000 units wide map.
import { createRequire } from 'node:module';
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify';
import countries from 'i18n-iso-countries';

const require = createRequire(import.meta.url);
const WIDTH = 10_000;
/** Steradians: a corner that spans less is not seen on a map of a thousand pixels. */
const SMALLEST_CORNER = 2e-6;
/** Shapes whose borders no two sides agree on, besides those without an ISO code: Western Sahara. */
const DISPUTED = new Set(['732']);

export function world() {
  const topology = simplify(presimplify(require('world-atlas/countries-50m.json'), sphericalTriangleArea), SMALLEST_CORNER);
  const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: 'Sphere' });
  const path = geoPath(projection).digits(0);
  const height = Math.ceil(path.bounds({ type: 'Sphere' })[1][1]);
  const isDisputed = (shape) => shape.id === undefined || DISPUTED.has(shape.id);
  const shapes = topology.objects.countries;
  const disputed = path(mesh(topology, shapes, (a, b) => a !== b && (isDisputed(a) || isDisputed(b))));
  const lines = [
    `#size\t${WIDTH}\t${height}`,
    `#sphere\t${compact(path({ type: 'Sphere' }))}`,
    `#disputed\t${compact(disputed)}`,
  ];
  const byCode = new Map();
  for (const one of feature(topology, shapes).features) {
    const code = one.id === undefined ? '' : countries.numericToAlpha2(one.id) ?? '';
    byCode.set(code, [...(byCode.get(code) ?? []), one]);
  }
  for (const code of [...byCode.keys()].sort()) lines.push(line(code, byCode.get(code), path, projection));
  return lines.join('\n') + '\n';
}

function line(code, parts, path, projection) {
  const d = compact(parts.map((part) => path(part) ?? '').join(''));
  const [x, y] = code === '' ? [0, 0] : projection(geoCentroid(largestPolygon(parts))).map(Math.round);
  return [code, x, y, d].join('\t');
}

/** The largest piece of land, so that the centre of France lies in Europe. */
function largestPolygon(parts) {
  const polygons = parts.flatMap(({ geometry }) =>
    (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
      .map((coordinates) => ({ type: 'Polygon', coordinates })));
  return polygons.reduce((a, b) => (geoArea(a) >= geoArea(b) ? a : b));
}

/** The same path in relative steps without what does not move. */
function compact(d) {
  let out = '';
  for (const ring of d.split('M').slice(1)) {
    const closed = ring.endsWith('Z');
    const points = (closed ? ring.slice(0, -1) : ring).split('L').map((point) => point.split(',').map(Number));
    let [x, y] = points[0];
    let steps = '';
    for (const [nextX, nextY] of points.slice(1)) {
      if (nextX === x && nextY === y) continue;
      steps += `${steps === '' || nextX < x ? '' : ' '}${nextX - x}${nextY < y ? '' : ' '}${nextY - y}`;
      [x, y] = [nextX, nextY];
    }
    if (steps === '') steps = '1 0';
    out += `M${points[0][0]} ${points[0][1]}l${steps}${closed ? 'z' : ''}`;
  }
  return out;
}
