//! What is said of exercises: where in the body they work, what they train, with what, and what they ask of it.

use serde::{Deserialize, Serialize};

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
