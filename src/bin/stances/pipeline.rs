//! Work on a stream by several threads, its results in the order of the stream.
//!
//! In: parcels of work, made one by one. Out: what comes of them, in order. One thread makes the
//! parcels, several work, and the one that called writes. A few parcels wait for each worker and no
//! more, so that memory does not grow with the stream.

use std::io;
use std::num::NonZeroUsize;
use std::sync::{Mutex, mpsc};
use std::thread;

/// How many parcels wait or lie finished for each worker.
const AHEAD: usize = 2;

/// Does `work` on every parcel by so many threads, and writes what comes of it in order. With one
/// thread all is done where it is called.
///
/// # Errors
///
/// Stops at the first that cannot be written.
pub(crate) fn in_order<P: Send, R: Send>(
    jobs: NonZeroUsize,
    mut parcels: impl Iterator<Item = P> + Send,
    work: &(impl Fn(P) -> R + Sync),
    write: &mut dyn FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    if jobs.get() == 1 {
        return parcels.try_for_each(|parcel| write(work(parcel)));
    }
    let (hand_out, tasks) = mpsc::sync_channel::<(P, mpsc::SyncSender<R>)>(jobs.get() * AHEAD);
    let tasks = Mutex::new(tasks);
    thread::scope(|scope| {
        let (queue, in_turn) = mpsc::sync_channel(jobs.get() * AHEAD);
        scope.spawn(move || {
            for parcel in parcels {
                let (done, result) = mpsc::sync_channel(1);
                // Where the writer has stopped, nobody waits for the rest.
                if queue.send(result).is_err() || hand_out.send((parcel, done)).is_err() {
                    return;
                }
            }
        });
        for _ in 0..jobs.get() {
            scope.spawn(|| {
                let next = || tasks.lock().ok().and_then(|tasks| tasks.recv().ok());
                while let Some((parcel, done)) = next() {
                    if done.send(work(parcel)).is_err() {
                        return;
                    }
                }
            });
        }
        for result in in_turn {
            // A worker that panicked sends nothing; the panic goes on at the end of the scope.
            let Ok(result) = result.recv() else { break };
            write(result)?;
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Squares numbers, those that come first the slowest.
    fn squares(jobs: usize, most: u64) -> io::Result<Vec<u64>> {
        let jobs = NonZeroUsize::new(jobs).ok_or(io::ErrorKind::InvalidInput)?;
        let slowly = |number: u64| {
            thread::sleep(std::time::Duration::from_micros(
                most.saturating_sub(number),
            ));
            number * number
        };
        let mut written = Vec::new();
        in_order(jobs, 0..most, &slowly, &mut |square| {
            written.push(square);
            Ok(())
        })?;
        Ok(written)
    }

    #[test]
    fn results_come_in_order() {
        let expected: Vec<u64> = (0..200).map(|number| number * number).collect();
        for jobs in [1, 2, 8] {
            assert_eq!(squares(jobs, 200).ok(), Some(expected.clone()), "{jobs}");
        }
    }

    #[test]
    fn an_endless_stream_ends_with_its_writer() {
        for jobs in [1, 3].map(NonZeroUsize::new).into_iter().flatten() {
            let mut written = 0;
            let result = in_order(jobs, 0_u64.., &|number| number, &mut |_| {
                written += 1;
                if written == 10 {
                    return Err(io::ErrorKind::BrokenPipe.into());
                }
                Ok(())
            });
            let kind = result.map_err(|error| error.kind());
            assert_eq!((kind, written), (Err(io::ErrorKind::BrokenPipe), 10));
        }
    }
}
