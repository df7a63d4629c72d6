//! Running: tasks on all threads, their results in order, few of them held at once.

use rayon::ThreadPool;
use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc;

/// So many tasks a thread are begun and not yet taken: enough that a long one holds nobody up for long, few
/// enough that memory does not grow with the tasks.
const AHEAD: usize = 4;

/// Does `work` on each task on the threads of `pool`, and gives the results to `take` on this one, in the order
/// of the tasks, which are also made on this one. Stops at the first error of `take`.
pub(super) fn in_order<T: Send, R: Send>(
    pool: &ThreadPool,
    tasks: impl Iterator<Item = T>,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> io::Result<()>,
) -> io::Result<()> {
    let most = pool.current_num_threads() * AHEAD;
    let mut tasks = tasks.fuse();
    pool.in_place_scope(|scope| {
        let (done, results) = mpsc::channel();
        let mut early = BTreeMap::new();
        let (mut begun, mut taken) = (0_usize, 0_usize);
        loop {
            while begun - taken < most {
                let Some(task) = tasks.next() else { break };
                let (done, work, number) = (done.clone(), &work, begun);
                scope.spawn(move |_| {
                    // Nobody waits for it after an error.
                    let _ = done.send((number, work(task)));
                });
                begun += 1;
            }
            if taken == begun {
                return Ok(());
            }
            let (number, result) = results.recv().map_err(io::Error::other)?;
            early.insert(number, result);
            while let Some(result) = early.remove(&taken) {
                taken += 1;
                take(result)?;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_on_any_number_of_threads() {
        for threads in [1, 2, 7] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let mut out = Vec::new();
            let slow = |task: usize| {
                if task.is_multiple_of(5) {
                    std::thread::yield_now();
                }
                task * 2
            };
            in_order(&pool, 0..100, slow, |result| {
                out.push(result);
                Ok(())
            })
            .unwrap();
            assert_eq!(out, (0..100).map(|task| task * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn an_error_of_the_taker_ends_it() {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
        let taken = in_order(&pool, 0.., |task: usize| task, |_| Err(io::Error::other("full")));
        assert_eq!(taken.unwrap_err().to_string(), "full");
    }
}
