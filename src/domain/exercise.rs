//! Exercises: what they train, with what, and how.

use serde::{Deserialize, Serialize};

use super::{Count, ExerciseId, Reps, Seconds};

/// Where in the body a session or an exercise works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Region {
    /// Legs and hips.
    Lower,
    /// Arms, shoulders, chest and back.
    Upper,
    /// Trunk.
    Core,
    /// More than one of them.
    Full,
}

impl Region {
    /// All regions.
    pub const ALL: [Self; 4] = [Self::Lower, Self::Upper, Self::Core, Self::Full];

    /// The word plan text uses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lower => "lower",
            Self::Upper => "upper",
            Self::Core => "core",
            Self::Full => "full",
        }
    }
}

macro_rules! named_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident => $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in display order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name people read.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

named_enum! {
    /// A muscle or muscle group, each drawn on the body map.
    Muscle {
        /// Front of the thigh.
        Quadriceps => "Quadriceps",
        /// Buttock.
        GluteusMaximus => "Gluteus maximus",
        /// Side of the hip (medius and minimus).
        GluteusMedius => "Gluteus medius",
        /// Back of the thigh.
        Hamstrings => "Hamstrings",
        /// Inside of the thigh.
        Adductors => "Adductors",
        /// Upper calf.
        Gastrocnemius => "Gastrocnemius",
        /// Lower calf.
        Soleus => "Soleus",
        /// Shin.
        TibialisAnterior => "Tibialis anterior",
        /// Small muscles of the foot.
        FootIntrinsics => "Foot muscles",
        /// Front of the hip.
        HipFlexors => "Hip flexors",
        /// Along the spine.
        ErectorSpinae => "Erector spinae",
        /// Front of the belly.
        RectusAbdominis => "Rectus abdominis",
        /// Side of the belly.
        Obliques => "Obliques",
        /// Deep belly.
        TransversusAbdominis => "Transversus abdominis",
        /// Chest.
        Pectorals => "Pectorals",
        /// Shoulder.
        Deltoids => "Deltoids",
        /// Side of the back.
        LatissimusDorsi => "Latissimus dorsi",
        /// Between and above the shoulder blades.
        UpperBack => "Upper back",
        /// Front of the upper arm.
        Biceps => "Biceps",
        /// Back of the upper arm.
        Triceps => "Triceps",
        /// Forearm and grip.
        Forearms => "Forearms",
    }
}

impl Muscle {
    /// What a coach calls it, for lists and labels where the whole name has no room.
    pub fn short(self) -> &'static str {
        match self {
            Self::Quadriceps => "Quads",
            Self::GluteusMaximus => "Glutes",
            Self::GluteusMedius => "Side glutes",
            Self::Gastrocnemius => "Calves",
            Self::TibialisAnterior => "Shins",
            Self::FootIntrinsics => "Feet",
            Self::ErectorSpinae => "Lower back",
            Self::RectusAbdominis => "Abs",
            Self::TransversusAbdominis => "Deep core",
            Self::Pectorals => "Pecs",
            Self::Deltoids => "Shoulders",
            Self::LatissimusDorsi => "Lats",
            Self::Hamstrings
            | Self::Adductors
            | Self::Soleus
            | Self::HipFlexors
            | Self::Obliques
            | Self::UpperBack
            | Self::Biceps
            | Self::Triceps
            | Self::Forearms => self.name(),
        }
    }

    /// True for the muscles whose sets count as leg sets.
    pub fn is_leg(self) -> bool {
        matches!(
            self,
            Self::Quadriceps
                | Self::GluteusMaximus
                | Self::GluteusMedius
                | Self::Hamstrings
                | Self::Adductors
                | Self::Gastrocnemius
                | Self::Soleus
                | Self::TibialisAnterior
        )
    }
}

named_enum! {
    /// The movement an exercise belongs to.
    Pattern {
        /// Knees and hips bend together.
        Squat => "Squat",
        /// Hips bend, knees hardly.
        Hinge => "Hinge",
        /// One leg steps.
        Lunge => "Lunge",
        /// The hip extends from a bridge.
        HipExtension => "Hip extension",
        /// The leg moves to the side.
        HipAbduction => "Hip abduction",
        /// The hip bends against resistance.
        HipFlexion => "Hip flexion",
        /// The knee straightens.
        KneeExtension => "Knee extension",
        /// The knee bends.
        KneeFlexion => "Knee flexion",
        /// The ankle and foot.
        Ankle => "Calf and foot",
        /// Jumps, hops and skips.
        Plyometric => "Plyometric",
        /// Throws.
        Power => "Power",
        /// Pushing with the arms.
        Push => "Push",
        /// Pulling with the arms.
        Pull => "Pull",
        /// The trunk bends or holds.
        Core => "Core",
        /// Weights are carried.
        Carry => "Carry",
        /// Range of motion.
        Mobility => "Mobility",
    }
}

impl Pattern {
    /// True for patterns that never give leg sets: core, upper body and mobility.
    pub fn spares_legs(self) -> bool {
        matches!(
            self,
            Self::Core | Self::Push | Self::Pull | Self::Mobility | Self::Carry
        )
    }
}

named_enum! {
    /// What an exercise needs.
    Equipment {
        /// Nothing.
        None => "No equipment",
        /// Dumbbells.
        Dumbbells => "Dumbbells",
        /// A kettlebell.
        Kettlebell => "Kettlebell",
        /// A barbell and plates.
        Barbell => "Barbell",
        /// A hex bar.
        HexBar => "Hex bar",
        /// A resistance band.
        Band => "Band",
        /// A bench.
        Bench => "Bench",
        /// A box or step.
        Box => "Box or step",
        /// A bar to hang from.
        PullUpBar => "Pull-up bar",
        /// A cable machine.
        Cable => "Cable machine",
        /// A machine made for the exercise.
        Machine => "Machine",
        /// A landmine holder.
        Landmine => "Landmine",
        /// A medicine ball.
        MedicineBall => "Medicine ball",
        /// A rope to skip.
        Rope => "Skipping rope",
        /// An ab wheel.
        AbWheel => "Ab wheel",
        /// A foam roller.
        FoamRoller => "Foam roller",
        /// A partner or something fixed to hold the feet.
        Anchor => "Partner or anchor",
    }
}

impl Equipment {
    /// True for what a home seldom has, so that a day without the gym lacks it.
    pub fn needs_gym(self) -> bool {
        matches!(
            self,
            Self::Barbell
                | Self::HexBar
                | Self::Bench
                | Self::Cable
                | Self::Machine
                | Self::Landmine
        )
    }
}

/// How an exercise is loaded by default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LoadType {
    /// Kilograms.
    Kg,
    /// The body's own weight.
    Bodyweight,
    /// Time under tension, in seconds.
    Seconds,
    /// A band.
    Band,
}

/// What an exercise asks of the body; the leg load of a session is worked out from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Demand {
    /// Several joints under load: squats, hinges, lunges, presses, pulls.
    Compound,
    /// One joint: curls, raises, extensions.
    Isolation,
    /// Wakes a muscle up without tiring it: clamshells, band walks.
    Activation,
    /// A true jump: box jumps, bounding, drop jumps.
    Jump,
    /// Small springs: skips, rope, pogos.
    Hops,
    /// Trunk work.
    Core,
    /// Range of motion.
    Mobility,
}

/// Sets and repetitions to start from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dose {
    /// How many sets.
    pub sets: Count,
    /// What each set asks for.
    pub reps: Reps,
    /// Rest between sets.
    pub rest: Seconds,
}

/// A source that names the exercise, and the dose it gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceDose {
    /// The source: "000" to "004", or "practice".
    pub source: String,
    /// The dose it gives, as a short text; empty when it gives none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dose: String,
}

/// An exercise of the library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exercise {
    /// Identity.
    pub id: ExerciseId,
    /// Name.
    pub name: String,
    /// Other names, unique across the library.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The movement.
    pub pattern: Pattern,
    /// Where it works.
    pub region: Region,
    /// What it asks of the body.
    pub demand: Demand,
    /// Muscles that do the work.
    pub primary: Vec<Muscle>,
    /// Muscles that help.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub secondary: Vec<Muscle>,
    /// Each entry suffices by itself; an entry lists what is needed together.
    pub equipment: Vec<Vec<Equipment>>,
    /// What to take at home instead; empty when it needs nothing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub at_home: String,
    /// Done one side at a time.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub single_side: bool,
    /// How it is loaded.
    pub load: LoadType,
    /// Where to start.
    pub dose: Dose,
    /// How to do it: three to five cues.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cues: Vec<String>,
    /// What goes wrong: two or three mistakes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mistakes: Vec<String>,
    /// What it gives a runner, in one line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// An easier variant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub easier: Option<ExerciseId>,
    /// A harder variant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub harder: Option<ExerciseId>,
    /// The shipped exercise of which it is a copy, whose movement figure it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<ExerciseId>,
    /// Which sources name it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceDose>,
}

impl Exercise {
    /// An exercise of which nothing but the name is known: where an editor begins, and what is filled in from there.
    pub fn named(id: ExerciseId, name: &str) -> Self {
        Self {
            id,
            name: name.trim().to_owned(),
            aliases: Vec::new(),
            pattern: Pattern::Squat,
            region: Region::Lower,
            demand: Demand::Compound,
            primary: Vec::new(),
            secondary: Vec::new(),
            equipment: vec![vec![Equipment::None]],
            at_home: String::new(),
            single_side: false,
            load: LoadType::Kg,
            dose: Dose {
                sets: Count::exactly(3),
                reps: Reps::Count(Count::range(8, 10)),
                rest: Seconds(90),
            },
            cues: Vec::new(),
            mistakes: Vec::new(),
            why: String::new(),
            easier: None,
            harder: None,
            figure: None,
            sources: Vec::new(),
        }
    }

    /// True when one of its ways needs no gym. What to take instead at home is another exercise.
    pub fn works_at_home(&self) -> bool {
        self.equipment
            .iter()
            .any(|way| way.iter().all(|item| !item.needs_gym()))
    }

    /// True when it is a compound exercise of the legs.
    pub fn is_compound_leg(&self) -> bool {
        self.demand == Demand::Compound
            && !self.pattern.spares_legs()
            && self.primary.iter().any(|muscle| muscle.is_leg())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_muscle_has_a_short_name_of_its_own_that_fits_a_narrow_list() {
        let shorts: std::collections::BTreeSet<&str> =
            Muscle::ALL.iter().map(|muscle| muscle.short()).collect();
        assert_eq!(shorts.len(), Muscle::ALL.len());
        for short in shorts {
            assert!(short.len() <= 11, "{short}");
        }
        assert_eq!(Muscle::Quadriceps.short(), "Quads");
        assert_eq!(Muscle::GluteusMaximus.short(), "Glutes");
    }
}
