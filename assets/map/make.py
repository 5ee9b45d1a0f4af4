#!/usr/bin/env python3
"""Makes pacific.bin, the map of the world behind the table, with the Pacific in its middle, and states.txt, the states that it has.

Needs: npm, and Python 3.10 or later with nothing besides.
Usage: python3 make.py             writes next to the script
       python3 make.py OUTDIR      writes into OUTDIR

The outlines are those of Natural Earth (public domain, naturalearthdata.com) at 1:50m, as the npm package `world-atlas` has them; the
letters that stand for states come from the npm package `i18n-iso-countries`. Both versions are pinned, so that a second run gives the same
bytes. Nothing that is fetched is kept.

No position on any boundary is taken. The game draws all land in one tone and no border; which land is tinted for a party is what a
level says. Areas to which Natural Earth gives no number of a state are land that no level can name.

What it does: borders and coasts are simplified where states share them, so that neighbours still fit; the seam is cut in the
Atlantic, at 30 degrees west, and what is west of it goes to the eastern end; small islands are left out unless they are all that a state
has; and each state is cut into triangles on the projected plane, since a straight side there is none on the globe.

The file, little endian:

    4 bytes   "RTM1"
    u16       how many points, then for each two i16: hundredths of a degree east of the antimeridian, and north of the equator
    u16       how many areas, then for each
                3 bytes   letters of the state (ISO 3166-1 alpha-3); three spaces for land that cannot be named
                u16       how many triangles, then for each three u16: its points, counter-clockwise

src/map/atlas.rs reads it, and src/map/project.rs has the same projection.
"""

import json
import math
import pathlib
import struct
import subprocess
import sys
import tarfile
import tempfile

ATLAS = "world-atlas@2.0.2"
LETTERS = "i18n-iso-countries@7.14.0"

SEAM = -30.0        # degrees east: the Atlantic edge of the map
TOLERANCE = 0.1     # degrees: how far a simplified line may be from the line
SMALLEST = 0.03     # square degrees, as wide as on the equator: smaller islands are left out
LONGEST = 4.0       # degrees: a longer side gets points between, or it would be straight where its parallel is curved
FAR_SIDE = 60.0     # degrees east and west: lines that stay between are far from the Pacific, and twice as coarse
FAR_SOUTH = -60.0   # degrees north: lines that stay beyond are four times as coarse


def fetch(spec, work, names):
    """Files of an npm package, as texts."""
    packed = subprocess.run(["npm", "pack", "--silent", spec], cwd=work, check=True, capture_output=True, text=True)
    with tarfile.open(work / packed.stdout.strip().splitlines()[-1]) as archive:
        return [archive.extractfile(f"package/{name}").read().decode("utf-8") for name in names]


# Lines.


def arcs_of(topology):
    """The arcs of a TopoJSON file in degrees: each is given as steps on a grid."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return arcs


def distance(p, a, b):
    """How far a point is from a side, in degrees of latitude."""
    wide = math.cos(math.radians(p[1]))
    px, py = (p[0] - a[0]) * wide, p[1] - a[1]
    bx, by = (b[0] - a[0]) * wide, b[1] - a[1]
    length = bx * bx + by * by
    along = min(1.0, max(0.0, (px * bx + py * by) / length)) if length > 0 else 0.0
    return math.hypot(px - along * bx, py - along * by)


def simplified(arc):
    """An arc with as few of its points as stay within the tolerance (Douglas and Peucker)."""
    if len(arc) < 3:
        return arc
    tolerance = TOLERANCE
    if max(lat for _, lat in arc) < FAR_SOUTH:
        tolerance *= 4
    elif max(abs(lon) for lon, _ in arc) < FAR_SIDE:
        tolerance *= 2
    keep = {0, len(arc) - 1}
    todo = [(0, len(arc) - 1)]
    if arc[0] == arc[-1]:
        # A whole ring: its two ends are one place, so the point farthest from it is kept as well.
        far = max(range(len(arc)), key=lambda i: math.dist(arc[i], arc[0]))
        keep.add(far)
        todo = [(0, far), (far, len(arc) - 1)]
    while todo:
        first, last = todo.pop()
        inner = range(first + 1, last)
        if not inner:
            continue
        far = max(inner, key=lambda i: distance(arc[i], arc[first], arc[last]))
        if distance(arc[far], arc[first], arc[last]) > tolerance:
            keep.add(far)
            todo += [(first, far), (far, last)]
    return [arc[i] for i in sorted(keep)]


def ring_of(indices, arcs):
    """A closed ring without its last point, which is its first."""
    ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc if not ring else arc[1:]
    return ring[:-1] if ring and ring[0] == ring[-1] else ring


def area(ring):
    """Twice the area, positive when counter-clockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))


# The seam.


def unrolled(ring):
    """A ring without leaps: longitudes go on past the antimeridian. One around the pole is closed along the pole."""
    out, turns = [], 0
    for i, (lon, lat) in enumerate(ring):
        if i and abs(lon - ring[i - 1][0]) > 180:
            turns += 360 if lon < ring[i - 1][0] else -360
        out.append((lon + turns, lat))
    if winds(out):
        pole = -90.0 if out[0][1] < 0 else 90.0
        around = math.copysign(360, out[-1][0] - out[0][0])
        out += [(out[0][0] + around, out[0][1]), (out[0][0] + around, pole), (out[0][0], pole)]
    return out


def winds(rolled):
    """Whether a ring without leaps goes around a pole."""
    return abs(rolled[0][0] - rolled[-1][0]) > 180


def cut(ring):
    """The parts of a ring between the seam and the seam, 360 degrees further east."""
    parts = []
    for around in (-360, 0, 360):
        moved = [(lon + around, lat) for lon, lat in unrolled(ring)]
        for part in side(moved, SEAM, True):
            parts += side(part, SEAM + 360, False)
    return parts


def side(ring, seam, east):
    """The parts of a ring on one side of a meridian.

    What crosses it is closed along it: in the order of latitude, the first crossing is joined to the second, the third to the fourth,
    and so on.
    """
    inside = [p[0] >= seam if east else p[0] <= seam for p in ring]
    if all(inside):
        return [ring]
    if not any(inside):
        return []
    start = next(i for i in range(len(ring)) if not inside[i - 1] and inside[i])
    chains = []
    for k in range(len(ring)):
        i = (start + k) % len(ring)
        after = (i + 1) % len(ring)
        if inside[i]:
            if not inside[i - 1]:
                chains.append([crossing(ring[i - 1], ring[i], seam)])
            chains[-1].append(ring[i])
            if not inside[after]:
                chains[-1].append(crossing(ring[i], ring[after], seam))
    ends = sorted([(c[0][1], n, 0) for n, c in enumerate(chains)] + [(c[-1][1], n, 1) for n, c in enumerate(chains)])
    partner = {}
    for one, other in zip(ends[::2], ends[1::2]):
        partner[one[1:]], partner[other[1:]] = other[1:], one[1:]
    rings, left = [], set(range(len(chains)))
    while left:
        at = first = min(left)
        whole = []
        while at in left:
            left.discard(at)
            whole += chains[at]
            at = partner[(at, 1)][0]
        rings.append(whole)
    return rings


def crossing(a, b, seam):
    t = (seam - a[0]) / (b[0] - a[0])
    return (seam, a[1] + t * (b[1] - a[1]))


def with_points_between(ring):
    """A ring no side of which is longer than LONGEST."""
    out = []
    for a, b in zip(ring, ring[1:] + ring[:1]):
        # From the same end whichever neighbour goes along it, or rounding could part them.
        low, high = min(a, b), max(a, b)
        steps = max(1, math.ceil(max(abs(a[0] - b[0]), abs(a[1] - b[1])) / LONGEST))
        between = [(low[0] + (high[0] - low[0]) * k / steps, low[1] + (high[1] - low[1]) * k / steps) for k in range(1, steps)]
        out += [a] + (between if a == low else between[::-1])
    return out


def placed(ring):
    """A ring in the file's numbers: hundredths of a degree from the antimeridian, without points that fall together."""
    out = []
    for lon, lat in ring:
        point = (round((lon - 180) * 100), round(lat * 100))
        if not out or out[-1] != point:
            out.append(point)
    while len(out) > 1 and out[0] == out[-1]:
        out.pop()
    return out


# Triangles.


def projected(point):
    """Winkel's tripel around the antimeridian, in whole numbers, so that every comparison is exact."""
    lon, lat = math.radians(point[0] / 100), math.radians(point[1] / 100)
    angle = math.acos(max(-1.0, min(1.0, math.cos(lat) * math.cos(lon / 2))))
    wide = angle / math.sin(angle) if angle > 1e-9 else 1.0
    x = (lon * 2 / math.pi + 2 * math.cos(lat) * math.sin(lon / 2) * wide) / 2
    y = (lat + math.sin(lat) * wide) / 2
    return (round(x * 1e7), round(y * 1e7))


def turn(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def bridged(outer, holes, at):
    """One ring out of a ring and its holes, each joined by a pair of sides that lie on each other."""
    for hole in sorted(holes, key=lambda hole: max(at[p] for p in hole), reverse=True):
        start = max(range(len(hole)), key=lambda i: at[hole[i]])
        hole = hole[start:] + hole[:start]
        sides = list(zip(outer, outer[1:] + outer[:1]))
        for side in [list(zip(h, h[1:] + h[:1])) for h in holes]:
            sides += side
        near = sorted(range(len(outer)), key=lambda i: math.dist(at[outer[i]], at[hole[0]]))
        free = (i for i in near if not any(meets(at[outer[i]], at[hole[0]], at[a], at[b]) for a, b in sides))
        i = next(free, near[0])
        outer = outer[: i + 1] + hole + [hole[0]] + outer[i:]
    return outer


def meets(a, b, c, d):
    if {a, b} & {c, d}:
        return False
    return turn(a, b, c) * turn(a, b, d) <= 0 and turn(c, d, a) * turn(c, d, b) <= 0


def triangles(ring, at):
    """A ring cut into triangles, ear by ear; of a ring that crosses itself as well as can be."""
    left, out = list(ring), []
    while len(left) > 3:
        ear = next((i for i in range(len(left)) if is_ear(left, i, at, True)), None)
        if ear is None:
            # No ear: a ring that touches or crosses itself. Any corner that turns the right way will do.
            ear = next((i for i in range(len(left)) if is_ear(left, i, at, False)), 0)
        a, b, c = left[ear - 1], left[ear], left[(ear + 1) % len(left)]
        if turn(at[a], at[b], at[c]) > 0:
            out.append((a, b, c))
        left.pop(ear)
        # Going on behind the ear keeps triangles from all meeting in one point.
        left = left[ear:] + left[:ear]
    if len(left) == 3 and turn(at[left[0]], at[left[1]], at[left[2]]) > 0:
        out.append(tuple(left))
    return out


def is_ear(ring, i, at, alone):
    a, b, c = at[ring[i - 1]], at[ring[i]], at[ring[(i + 1) % len(ring)]]
    if turn(a, b, c) <= 0:
        return False
    if not alone:
        return True
    corners = (a, b, c)
    low_x, high_x = min(a[0], b[0], c[0]), max(a[0], b[0], c[0])
    low_y, high_y = min(a[1], b[1], c[1]), max(a[1], b[1], c[1])
    for p in (at[p] for p in ring):
        if low_x <= p[0] <= high_x and low_y <= p[1] <= high_y and p not in corners:
            if turn(a, b, p) >= 0 and turn(b, c, p) >= 0 and turn(c, a, p) >= 0:
                return False
    return True


# The whole.


def polygons_of(shape, arcs):
    """The polygons of a state, each its outer ring and then its holes, as indices of arcs."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for rings in polygons:
        # Around the pole there are two rings, the coast and one along the pole itself, which is no side of anything.
        coast = [ring for ring in rings if max(lat for _, lat in ring_of(ring, arcs)) > -89]
        yield coast or rings


def width(ring):
    """An area in square degrees, as wide as on the equator."""
    middle = sum(lat for _, lat in ring) / len(ring)
    return abs(area(ring)) / 2 * math.cos(math.radians(middle))


def pieces_of(shape, fine, coarse):
    """The polygons of a state as (outer ring, holes), cut at the seam, in the file's numbers."""
    polygons = list(polygons_of(shape, fine))
    sizes = [width(unrolled(ring_of(polygon[0], fine))) for polygon in polygons]
    for polygon, size in zip(polygons, sizes):
        if size < SMALLEST and size < max(sizes):
            continue
        # The largest island of a small state is drawn in full, or nothing would be left of it.
        arcs = fine if size == max(sizes) < SMALLEST * 10 else coarse
        outers, *holes = [[placed(with_points_between(part)) for part in cut(ring_of(i, arcs))] for i in polygon]
        holes = [hole for parts in holes for hole in parts if len(hole) > 2]
        for outer in (outer for outer in outers if len(outer) > 2):
            yield outer, [hole for hole in holes if len(outers) == 1 or inside(hole[0], outer)]


def inside(p, ring):
    hit = False
    for a, b in zip(ring, ring[1:] + ring[:1]):
        if (a[1] > p[1]) != (b[1] > p[1]) and p[0] < a[0] + (p[1] - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            hit = not hit
    return hit


def main():
    here = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        [atlas] = fetch(ATLAS, work, ["countries-50m.json"])
        [codes] = fetch(LETTERS, work, ["codes.json"])
    letters = {int(entry[2]): entry[1] for entry in json.loads(codes)}
    topology = json.loads(atlas)
    fine = arcs_of(topology)
    coarse = [simplified(arc) for arc in fine]

    points, number, areas, wrong = [], {}, {}, []
    for shape in topology["objects"]["countries"]["geometries"]:
        name = letters.get(int(shape["id"]), "   ") if "id" in shape else "   "
        cuts = areas.setdefault(name, [])
        for outer, holes in pieces_of(shape, fine, coarse):
            at = {p: projected(p) for ring in [outer, *holes] for p in ring}
            turned = [outer if area([at[p] for p in outer]) > 0 else outer[::-1]]
            turned += [hole if area([at[p] for p in hole]) < 0 else hole[::-1] for hole in holes]
            found = triangles(bridged(turned[0], turned[1:], at), at)
            wanted = sum(area([at[p] for p in ring]) for ring in turned)
            made = sum(turn(at[a], at[b], at[c]) for a, b, c in found)
            if abs(made - wanted) > wanted * 0.01:
                wrong.append(f"{shape['properties']['name']} crosses itself near {outer[0]}")
            cuts += found
    file = bytearray(b"RTM1")
    for cuts in areas.values():
        for p in (p for corners in cuts for p in corners):
            if p not in number:
                number[p] = len(points)
                points.append(p)
    file += struct.pack("<H", len(points)) + b"".join(struct.pack("<hh", *p) for p in points)
    listed = sorted((name, cuts) for name, cuts in areas.items() if cuts)
    file += struct.pack("<H", len(listed))
    for name, cuts in listed:
        file += name.encode("ascii") + struct.pack("<H", len(cuts))
        file += b"".join(struct.pack("<HHH", *(number[p] for p in corners)) for corners in cuts)
    (here / "pacific.bin").write_bytes(file)
    (here / "states.txt").write_text("".join(f"{name}\n" for name, _ in listed if name.strip()), "ascii", newline="\n")
    wrong += [f"{name}: nothing is left" for name, cuts in areas.items() if not cuts]
    count = sum(len(cuts) for _, cuts in listed)
    print(f"{len(points)} points, {len(listed)} areas, {count} triangles, {len(file)} bytes")
    for line in wrong:
        print("note:", line)


if __name__ == "__main__":
    main()
