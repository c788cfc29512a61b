//! What the media measurements time and count, started by `cargo xtask media` beside its neighbours.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::cast_precision_loss,
    reason = "a program for measuring stops where something is missing"
)]

use std::collections::BTreeMap;
use std::sync::Arc;

use argine_media::index::Segment;
use argine_media::pdq::{dihedral, fingerprint};
use argine_media::registration::{Registration, query, register};
use argine_media::{Flavour, HashId, Index, Layout, Limits, MATCH_RADIUS, PdqHash, Turn, View, decode};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["hashing", folder] => hashing(folder),
        ["exact", folder] => exact(folder),
        ["search", folder] => search(folder),
        ["scenes", folder] => scenes(folder),
        _ => println!("hashing | exact | search | scenes, then a folder"),
    }
}

/// Seconds that this process was on a processor.
fn cpu() -> f64 {
    let text = std::fs::read_to_string("/proc/self/schedstat").unwrap();
    text.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9
}

fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let started = cpu();
    let done = work();
    (cpu() - started, done)
}

fn hashing(folder: &str) {
    let pixels = std::fs::read(format!("{folder}/1080p.rgb")).unwrap();
    let view = View::new(1920, 1080, Layout::Rgb, &pixels).unwrap();
    let file = std::fs::read(format!("{folder}/1080p.jpg")).unwrap();
    let whole = || {
        let decoded = decode(&file, &Limits::default()).unwrap();
        dihedral(decoded.picture.view(), Flavour::FullSize).quality
    };
    for (name, count, work) in [
        ("hash of a decoded 1080p picture", 100, &(|| fingerprint(view, Flavour::FullSize).quality) as &dyn Fn() -> _),
        ("eight hashes of it", 100, &(|| dihedral(view, Flavour::FullSize).quality)),
        ("JPEG file to eight hashes", 40, &whole),
        (
            "JPEG file decoded",
            40,
            &(|| decode(&file, &Limits::default()).map(|_| argine_media::Quality::default()).unwrap()),
        ),
    ] {
        let best = (0..3).map(|_| {
            timed(|| {
                (0..count).for_each(|_| {
                    std::hint::black_box(work());
                });
            })
            .0
        });
        let best = best.fold(f64::INFINITY, f64::min) / f64::from(count);
        println!("argine, {name}: {:.1} per CPU second", 1.0 / best);
    }
}

fn exact(folder: &str) {
    let (mut same, mut all, mut files) = (0, 0, BTreeMap::<u32, u32>::new());
    for line in std::fs::read_to_string(format!("{folder}/exact.tsv")).unwrap().lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let pixels = std::fs::read(fields[1]).unwrap();
        let view = View::new(fields[2].parse().unwrap(), fields[3].parse().unwrap(), Layout::Rgb, &pixels).unwrap();
        let found = dihedral(view, Flavour::FullSize);
        let hashes: Vec<String> = found.hashes.iter().map(PdqHash::expose).collect();
        let nearest = fingerprint(view, Flavour::Nearest512);
        let good = hashes == fields[6..14]
            && nearest.hash.expose() == fields[5]
            && found.quality.to_string() == fields[4]
            && fingerprint(view, Flavour::FullSize) == found.upright();
        all += 1;
        same += u32::from(good);
        if !good {
            println!("differs: {}", fields[0]);
        }
        let decoded = decode(&std::fs::read(fields[0]).unwrap(), &Limits::default()).unwrap();
        let ours = fingerprint(decoded.picture.view(), Flavour::FullSize).hash;
        let bits = ours.distance(&fields[6].parse().unwrap());
        *files.entry(bits).or_default() += 1;
        let samples = |row: usize| decoded.picture.view().row(row).to_vec();
        let own: Vec<u8> = (0..decoded.picture.height() as usize).flat_map(samples).collect();
        let apart = own.iter().zip(&pixels).map(|(one, other)| one.abs_diff(*other));
        if own.len() == pixels.len() && own != pixels {
            let (largest, count) = (apart.clone().max().unwrap_or(0), apart.filter(|apart| *apart > 0).count());
            println!("{bits} bits: {count} of {} samples differ, by up to {largest}: {}", own.len(), fields[0]);
        }
    }
    println!("argine, same pixels: {same} of {all} pictures equal in 8 hashes, the 512 flavour and the quality");
    println!("argine, own decoders: pictures by bits of difference: {files:?}");
}

fn hashes(path: &str) -> Vec<PdqHash> {
    let bytes = std::fs::read(path).unwrap();
    let word = |chunk: &[u8]| u64::from_be_bytes(chunk.try_into().unwrap());
    bytes
        .chunks_exact(32)
        .map(|row| PdqHash::from_words([word(&row[24..]), word(&row[16..24]), word(&row[8..16]), word(&row[..8])]))
        .collect()
}

fn search(folder: &str) {
    let set: Vec<_> = hashes(&format!("{folder}/haystack.bin")).into_iter().zip((0..).map(HashId)).collect();
    let queries = hashes(&format!("{folder}/queries.bin"));
    let check: Vec<usize> = (0..queries.len().min(100)).collect();
    let expected: usize = check
        .iter()
        .map(|query| set.iter().filter(|(hash, _)| hash.distance(&queries[*query]) <= MATCH_RADIUS).count())
        .sum();
    let count = set.len();
    let (build, mut index) = timed(|| Index::build(set));
    let found: usize = check.iter().map(|query| index.search(&queries[*query], MATCH_RADIUS).len()).sum();
    println!(
        "argine, {count}: build {build:.1} s, {:.0} MB; {found} of {expected} in 100 queries against one by one",
        index.memory() as f64 / 1e6
    );
    for (way, together) in [("one by one", 1), ("24 at a time", 24), ("all at once", queries.len())] {
        let rates = (0..3).map(|_| {
            let ask = || -> usize {
                let groups = queries.chunks(together);
                groups.flat_map(|group| index.search_each(group, MATCH_RADIUS)).map(|hits| hits.len()).sum()
            };
            let (seconds, hits) = timed(ask);
            (queries.len() as f64 / seconds, hits)
        });
        let rates: Vec<_> = rates.collect();
        let shown: Vec<_> = rates.iter().map(|(rate, _)| format!("{rate:.0}")).collect();
        println!("argine, {count}, {way}: {} queries per CPU second, {} hits", shown.join(" "), rates[0].1);
    }
    let (change, seen) = timed(|| {
        index.add(queries[3], HashId(u32::MAX));
        let seen = index.search(&queries[3], 0).len();
        index.withdraw(HashId(u32::MAX));
        (seen, index.search(&queries[3], 0).len())
    });
    println!("argine, {count}: added, seen, withdrawn, gone {seen:?} in {:.2} ms", change * 1e3);
    reopen(&format!("{folder}/segment"), &index, &queries);
}

/// The segment as a file: written, read back, opened where it lies and searched there.
fn reopen(path: &str, index: &Index, queries: &[PdqHash]) {
    let Some(segment) = index.segments().first() else { return };
    let (body, sum) = segment.file();
    std::fs::write(path, [body, sum.as_bytes()].concat()).unwrap();
    let bytes: Arc<Vec<u8>> = Arc::new(std::fs::read(path).unwrap());
    let (seconds, opened) = timed(|| Segment::open(bytes.clone()).unwrap());
    let mut again = Index::default();
    again.add_segment(opened);
    let same = queries.iter().all(|query| again.search(query, MATCH_RADIUS) == index.search(query, MATCH_RADIUS));
    println!(
        "argine, file of {:.0} MB opened in place in {seconds:.2} s; same answers: {same}",
        bytes.len() as f64 / 1e6
    );
    std::fs::remove_file(path).unwrap();
}

fn scenes(folder: &str) {
    let text = std::fs::read_to_string(format!("{folder}/scenes.tsv")).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    let mut registered: BTreeMap<&str, (&str, Registration)> = BTreeMap::new();
    let open = |path: &str| decode(&std::fs::read(path).unwrap(), &Limits::default()).unwrap().picture;
    let (seconds, ()) = timed(|| {
        for row in &rows {
            registered.entry(row[2]).or_insert_with(|| (row[1], register(&open(row[2]), Turn::None)));
        }
    });
    println!("registering {} pictures: {:.0} ms each", registered.len(), seconds * 1e3 / registered.len() as f64);
    // Of a picture below the gate there is nothing to recognise, before and after: it says so when it is registered.
    let usable = |own: &Registration| own.shareable().is_some_and(|whole| whole.quality.passes());
    let poor = registered.values().filter(|(_, own)| !usable(own)).count();
    println!("{poor} of them are below the quality gate and are in no row");
    let mut table: BTreeMap<(usize, &str, &str), [u32; 3]> = BTreeMap::new();
    let mut order: Vec<&str> = Vec::new();
    let (mut pairs, mut wrong) = (0, 0);
    for row in &rows {
        let place = order.iter().position(|name| *name == row[3]).unwrap_or_else(|| {
            order.push(row[3]);
            order.len() - 1
        });
        let picture = open(row[4]);
        let found = query(picture.view());
        let plain = fingerprint(picture.view(), Flavour::FullSize).hash;
        let (_, own) = &registered[row[2]];
        if !usable(own) {
            continue;
        }
        let cell = table.entry((place, row[3], row[0])).or_default();
        cell[0] += 1;
        cell[1] += u32::from(own.shareable().unwrap().hash.distance(&plain) <= MATCH_RADIUS);
        cell[2] += u32::from(own.nearest(&found).is_some_and(|nearest| nearest.distance <= MATCH_RADIUS));
        for (group, other) in registered.values() {
            if *group != row[1] {
                pairs += 1;
                let hit = other.nearest(&found).filter(|nearest| nearest.distance <= MATCH_RADIUS);
                wrong += u32::from(hit.is_some());
                if let Some(hit) = hit {
                    println!("false match: {} {} {hit:?}", row[4], row[3]);
                }
            }
        }
    }
    for ((_, mangling, kind), [all, plain, ours]) in table {
        let share = |count: u32| f64::from(count) / f64::from(all);
        println!("{mangling:24} {kind:8} n {all:3}  plain {:.2}  argine {:.2}", share(plain), share(ours));
    }
    println!("unrelated pairs {pairs}, false matches {wrong}");
}
