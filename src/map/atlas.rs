//! The map that comes with the program: points, and for each state the triangles of its land. `assets/map/make.py` makes it and
//! describes the file.
//!
//! States share the points of their borders, so there is no gap between them and a tinted one fits its coast. All land together is
//! the land of all states.

use std::collections::BTreeMap;

use super::Point;
use super::project::degrees;
use super::shape::Shape;

/// What is wrong with the bytes of a map.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AtlasError {
    /// It does not begin like one, or is of another version.
    #[error("these bytes are no map of this version")]
    NoMap,
    /// It ends too early.
    #[error("the map ends after {0} bytes, in the middle of something")]
    Short(usize),
    /// It goes on after its end.
    #[error("the map should end after {0} bytes and goes on")]
    Long(usize),
    /// A triangle has a corner that there is no point for.
    #[error("a triangle has the corner {corner}, but there are {points} points")]
    Corner {
        /// The number of the corner.
        corner: u16,
        /// How many points there are.
        points: usize,
    },
    /// A state's letters are none.
    #[error("a state's letters are not three capital letters")]
    Letters,
}

/// The map: all land, by state.
#[derive(Clone, Debug)]
pub struct Atlas {
    /// On the plane.
    points: Vec<Point>,
    areas: Vec<Area>,
}

/// The land of a state.
#[derive(Clone, Debug)]
struct Area {
    /// Three letters, or nothing for land that no level can name.
    state: String,
    /// Three points each, counter-clockwise.
    triangles: Vec<u32>,
}

impl Atlas {
    /// The map inside the program.
    ///
    /// # Errors
    /// None, unless the program was built with a broken map.
    pub fn built_in() -> Result<Self, AtlasError> {
        Self::read(include_bytes!("../../assets/map/pacific.bin"))
    }

    /// Reads a map.
    ///
    /// # Errors
    /// What is wrong with it first.
    pub fn read(bytes: &[u8]) -> Result<Self, AtlasError> {
        let mut bytes = Bytes { all: bytes, at: 0 };
        if bytes.take(4) != Ok(b"RTM1") {
            return Err(AtlasError::NoMap);
        }
        let mut points = Vec::new();
        for _ in 0..bytes.number()? {
            let hundredths = [bytes.signed()?, bytes.signed()?];
            points.push(degrees(f64::from(hundredths[0]) / 100.0, f64::from(hundredths[1]) / 100.0));
        }
        let mut areas = Vec::new();
        for _ in 0..bytes.number()? {
            let letters = bytes.take(3)?;
            let named = letters.iter().all(u8::is_ascii_uppercase);
            if !named && letters != b"   " {
                return Err(AtlasError::Letters);
            }
            let state = String::from_utf8_lossy(letters).trim().to_owned();
            let mut triangles = Vec::new();
            for _ in 0..bytes.number()? {
                for _ in 0..3 {
                    let corner = bytes.number()?;
                    if usize::from(corner) >= points.len() {
                        return Err(AtlasError::Corner { corner, points: points.len() });
                    }
                    triangles.push(u32::from(corner));
                }
            }
            areas.push(Area { state, triangles });
        }
        match bytes.at == bytes.all.len() {
            true => Ok(Self { points, areas }),
            false => Err(AtlasError::Long(bytes.at)),
        }
    }

    /// The letters of all states, in order.
    pub fn states(&self) -> impl Iterator<Item = &str> {
        self.areas.iter().map(|area| area.state.as_str()).filter(|state| !state.is_empty())
    }

    /// All land.
    #[must_use]
    pub fn land(&self) -> Shape {
        self.shape(|_| true)
    }

    /// The land of some states, by their letters. States that the map lacks add nothing.
    #[must_use]
    pub fn of(&self, states: &[String]) -> Shape {
        self.shape(|area| states.iter().any(|state| !state.is_empty() && *state == area.state))
    }

    fn shape(&self, wanted: impl Fn(&Area) -> bool) -> Shape {
        let mut shape = Shape::default();
        // Points are few where states are: each gets a number of its own in the shape.
        let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
        for corner in self.areas.iter().filter(|area| wanted(area)).flat_map(|area| &area.triangles) {
            let Some(point) = self.points.get(*corner as usize) else { continue };
            let next = u32::try_from(shape.points.len()).unwrap_or(u32::MAX);
            let number = *numbers.entry(*corner).or_insert_with(|| {
                shape.points.push(*point);
                next
            });
            shape.triangles.push(number);
        }
        shape
    }
}

/// Bytes that are read from the front.
struct Bytes<'a> {
    all: &'a [u8],
    at: usize,
}

impl<'a> Bytes<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], AtlasError> {
        let found = self.all.get(self.at..self.at + count).ok_or(AtlasError::Short(self.all.len()))?;
        self.at += count;
        Ok(found)
    }

    fn number(&mut self) -> Result<u16, AtlasError> {
        let found = self.take(2)?;
        Ok(u16::from_le_bytes([found[0], found[1]]))
    }

    fn signed(&mut self) -> Result<i16, AtlasError> {
        Ok(self.number()?.cast_signed())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &[u8] = include_bytes!("../../assets/map/pacific.bin");

    /// One triangle of one state.
    const SMALL: &[u8] = b"RTM1\x03\x00\0\0\0\0\x64\0\0\0\0\0\x64\0\x01\x00ABC\x01\x00\0\0\x01\0\x02\0";

    #[test]
    fn a_small_map_is_read() {
        let atlas = Atlas::read(SMALL).unwrap();
        assert_eq!(atlas.states().collect::<Vec<_>>(), ["ABC"]);
        let land = atlas.land();
        assert_eq!((land.points.len(), &land.triangles[..]), (3, &[0, 1, 2][..]));
        assert_eq!(atlas.of(&["ABC".to_owned()]), land);
        assert!(atlas.of(&["ABD".to_owned(), String::new()]).is_empty());
    }

    #[test]
    fn bad_bytes_say_what_is_wrong() {
        for cut in 4..SMALL.len() {
            assert_eq!(Atlas::read(&SMALL[..cut]).unwrap_err(), AtlasError::Short(cut));
        }
        let with = |at: usize, byte: u8| {
            let mut bytes = SMALL.to_vec();
            bytes[at] = byte;
            Atlas::read(&bytes).map(|_| ()).unwrap_err()
        };
        assert_eq!(Atlas::read(b"").unwrap_err(), AtlasError::NoMap);
        assert_eq!(with(3, b'2'), AtlasError::NoMap);
        assert_eq!(with(SMALL.len() - 2, 3), AtlasError::Corner { corner: 3, points: 3 });
        assert_eq!(with(21, b'a'), AtlasError::Letters);
        assert_eq!(Atlas::read(&[SMALL, b"x"].concat()).unwrap_err(), AtlasError::Long(SMALL.len()));
    }

    #[test]
    fn no_bytes_make_it_panic() {
        for at in 0..SMALL.len() {
            for byte in [0, 1, 31, 32, 65, 127, 128, 255] {
                let mut bytes = SMALL.to_vec();
                bytes[at] = byte;
                let _ = Atlas::read(&bytes).map(|atlas| atlas.land().outline());
            }
        }
    }

    #[test]
    fn the_map_is_small_and_whole() {
        assert!(WHOLE.len() < 120_000, "{} bytes", WHOLE.len());
        let atlas = Atlas::built_in().unwrap();
        let listed: Vec<&str> = include_str!("../../assets/map/states.txt").lines().collect();
        assert_eq!(atlas.states().collect::<Vec<_>>(), listed);
        assert!(listed.iter().all(|state| !atlas.of(&[(*state).to_owned()]).is_empty()));
    }

    #[test]
    fn triangles_are_cut_on_the_same_plane() {
        let land = Atlas::built_in().unwrap().land();
        let twice = |t: &[u32]| {
            let [a, b, c] = [t[0], t[1], t[2]].map(|i| land.points[i as usize]);
            (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
        };
        // What is turned around would reach over its coast: the script and `project` have parted.
        let worst = land.triangles.chunks_exact(3).map(twice).fold(0.0, f32::min);
        assert!(worst > -1e-6, "{worst}");
        let area = land.triangles.chunks_exact(3).map(twice).sum::<f32>() / 2.0;
        assert!((3.0..6.0).contains(&area), "{area}");
    }
}
