//! The random numbers of Python's `random.Random`, so that a resampled interval can be checked
//! against one that was computed elsewhere, to the digit.
//!
//! The generator is MT19937 (Matsumoto and Nishimura, 1998).

const LENGTH: usize = 624;
const SHIFT: usize = 397;

/// A Mersenne Twister.
#[derive(Clone, Debug)]
pub(super) struct Mersenne {
    state: [u32; LENGTH],
    next: usize,
}

impl Mersenne {
    /// The generator that `random.Random(seed)` is.
    pub(super) fn new(seed: u32) -> Self {
        let mut state = filled(19_650_218);
        let mut at = 1;
        for _ in 0..LENGTH {
            state[at] = (state[at] ^ mixed(state[at - 1], 1_664_525)).wrapping_add(seed);
            at = step(at, &mut state);
        }
        for _ in 1..LENGTH {
            let number = u32::try_from(at).expect("an index of the state is small");
            state[at] = (state[at] ^ mixed(state[at - 1], 1_566_083_941)).wrapping_sub(number);
            at = step(at, &mut state);
        }
        state[0] = 1 << 31;
        Self {
            state,
            next: LENGTH,
        }
    }

    /// A number below `end`, as `random.choice` draws its index: the highest bits, until they fit.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let bits = u32::BITS - end.leading_zeros();
        loop {
            let number = self.word().checked_shr(u32::BITS - bits).unwrap_or(0);
            if number < end || end == 0 {
                return number;
            }
        }
    }

    fn word(&mut self) -> u32 {
        if self.next == LENGTH {
            self.twist();
        }
        let mut word = self.state[self.next];
        self.next += 1;
        word ^= word >> 11;
        word ^= (word << 7) & 0x9d2c_5680;
        word ^= (word << 15) & 0xefc6_0000;
        word ^ (word >> 18)
    }

    fn twist(&mut self) {
        for at in 0..LENGTH {
            let upper = self.state[at] & 0x8000_0000;
            let lower = self.state[(at + 1) % LENGTH] & 0x7fff_ffff;
            let joined = upper | lower;
            let odd = if joined & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[at] = self.state[(at + SHIFT) % LENGTH] ^ (joined >> 1) ^ odd;
        }
        self.next = 0;
    }
}

fn filled(seed: u32) -> [u32; LENGTH] {
    let mut state = [seed; LENGTH];
    for (before, number) in (1..).enumerate().take(LENGTH - 1) {
        state[before + 1] = mixed(state[before], 1_812_433_253).wrapping_add(number);
    }
    state
}

fn mixed(word: u32, factor: u32) -> u32 {
    (word ^ (word >> 30)).wrapping_mul(factor)
}

/// The place after `at`; the first word is never a place of its own.
fn step(at: usize, state: &mut [u32; LENGTH]) -> usize {
    if at + 1 < LENGTH {
        return at + 1;
    }
    state[0] = state[LENGTH - 1];
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_those_of_python() {
        // draw = random.Random(1); [draw.getrandbits(32) for _ in range(5)]
        let mut draw = Mersenne::new(1);
        let words: Vec<u32> = (0..5).map(|_| draw.word()).collect();
        assert_eq!(
            words,
            [
                577_090_037,
                2_444_712_010,
                3_639_700_191,
                3_445_702_192,
                3_280_387_012
            ]
        );
    }

    #[test]
    fn choices_are_those_of_python() {
        // draw = random.Random(1); [draw.choice(range(10)) for _ in range(10)]
        let mut draw = Mersenne::new(1);
        let drawn: Vec<u32> = (0..10).map(|_| draw.below(10)).collect();
        assert_eq!(drawn, [2, 9, 1, 4, 1, 7, 7, 7, 6, 3]);
    }
}
