//! Places in a text, and ways to the values in it.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

/// Where something stands in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Bytes before it.
    pub offset: usize,
    /// Length in bytes of the first token there: a name, a number, a bracket. 0 at the end of the text.
    pub len: usize,
}

/// A step into a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Step {
    /// To the value of a field or map key; also to a variant's content by the variant's name.
    Field(Cow<'static, str>),
    /// To an element of a list or tuple, from 0.
    Index(usize),
}

/// A way from the top of a document to a value, such as `issues[3].options[1].effects`. Cheap to extend and to clone.
///
/// Names around a single value, as in `Some(…)` and `Fixed((…))`, need no step: steps look inside.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Path(pub(super) Option<Arc<(Path, Step)>>);

impl Path {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self(None)
    }

    /// This path and then to a field.
    #[must_use]
    pub fn field(&self, name: impl Into<Cow<'static, str>>) -> Self {
        Self(Some(Arc::new((self.clone(), Step::Field(name.into())))))
    }

    /// This path and then to an element, from 0.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        Self(Some(Arc::new((self.clone(), Step::Index(index)))))
    }

    pub(super) fn steps(&self) -> Vec<&Step> {
        let mut steps: Vec<&Step> =
            std::iter::successors(self.0.as_deref(), |(parent, _)| parent.0.as_deref())
                .map(|(_, step)| step)
                .collect();
        steps.reverse();
        steps
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.steps().into_iter().enumerate() {
            match step {
                Step::Field(name) if i == 0 => f.write_str(name)?,
                Step::Field(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}
