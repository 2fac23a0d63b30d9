#!/usr/bin/env python3
"""Times stances beside tools that only search, on a corpus made for it, and prints a table.

  benches/compare.py [--size 10M] [--rounds 5] [--bin target/release/stances] [--only thin,dense]

In every round each command runs once, in turn; CPU ratios are taken within a round, so that what else
the machine does weighs on both. The corpus is made by ../shared/tools/make_corpus.py from
../shared/polnear/train/text; without that folder nothing can be measured. `rg` is needed for two of
the measures, and cargo for the plain loop over the literals (benches/literals.rs).
"""
import argparse
import itertools
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACK = ["--pack", "ukraine-peace"]


def run(words):
    """Wall and CPU seconds of a command, and its peak memory in MiB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        peak = ["/usr/bin/time", "-q", "-f", "%M"] if os.path.exists("/usr/bin/time") else []
        ended = subprocess.run(peak + words, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    last = ended.stderr.split()[-1:] if peak else []
    return wall, cpu, int(last[0]) / 1024 if last else 0.0


def pair(rounds, one, other):
    """Median ratios of wall and CPU of one command to another, and the median peak of the first."""
    results = []
    for turn in range(rounds + 1):  # the first only warms up
        mine, yours = run(one), run(other)
        if turn:
            results.append((mine[0] / yours[0], mine[1] / max(yours[1], 1e-3), mine[2]))
    return [statistics.median(column) for column in zip(*results)]


def phrases(corpus, literals, folder, count):
    """A rule folder with a position whose phrases are words of the corpus, so that there are `count` in all."""
    words = {}
    with open(corpus, encoding="utf-8") as lines:
        for line in lines:
            for word in re.findall(r"[a-z]{6,}", line):
                words[word] = words.get(word, 0) + 1
            if len(words) > 12 * count:
                break
    known = set(literals)
    rare = sorted((word for word in words if word not in known), key=lambda word: (words[word], word))
    # Each word with others further and further away, so that no two phrases are equal.
    steps = range(1, len(rare))
    pairs = ((word, rare[(at + step) % len(rare)]) for step in steps for at, word in enumerate(rare))
    pairs = [" ".join(pair) for pair in itertools.islice(pairs, count)]
    os.makedirs(f"{folder}/ukraine-peace/positions", exist_ok=True)
    with open(f"{folder}/ukraine-peace/positions/many.toml", "w", encoding="utf-8") as file:
        file.write('id = "many"\nshort = "Many"\nclaim = "Many"\nsupports = "many"\nopposes = "none"\n')
        file.write("names = [\n" + "".join(f'  "={pair.replace(" ", " =")}",\n' for pair in pairs) + "]\n")
    return len(pairs)


def build():
    """Where the plain loop over the literals is built to; nothing where it cannot be."""
    words = ["cargo", "bench", "--bench", "literals", "--no-run"]
    built = subprocess.run(words, cwd=HERE, capture_output=True, text=True)
    found = re.search(r"\(([^()]*literals-[0-9a-f]+)\)", built.stderr)
    return os.path.join(HERE, found.group(1)) if found else None


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--size", default="10M")
    p.add_argument("--rounds", type=int, default=5)
    p.add_argument("--bin", default=f"{HERE}/target/release/stances")
    p.add_argument("--shared", default=os.environ.get("STANCES_SHARED", f"{HERE}/../shared"))
    p.add_argument("--loop", help="a built benches/literals.rs, where it is not to be built anew")
    p.add_argument("--only", default="thin,dense,many,threads,small,load")
    a = p.parse_args()
    source = f"{a.shared}/polnear/train/text"
    if not os.path.isdir(source):
        sys.exit(f"{source} is not there, so there is nothing to make a corpus from")
    only = a.only.split(",")
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, {a.size}, {a.rounds} rounds\n")
    print("| measure | reach | CPU ratio | wall ratio | peak MiB |\n| --- | --- | --- | --- | --- |")

    def row(name, reach, ratios):
        wall, cpu, peak = ratios
        print(f"| {name} | {reach} | {cpu:.2f} | {wall:.2f} | {peak:.0f} |", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        def corpus(name, inject, *more):
            path = f"{folder}/{name}"
            words = [sys.executable, f"{a.shared}/tools/make_corpus.py", source, "--inject", inject, *more]
            subprocess.run(words + ["--jsonl", path], check=True, stderr=subprocess.DEVNULL)
            return path

        listed = subprocess.run([a.bin, "rules", "show", "--literals", *PACK], capture_output=True, check=True)
        literals = f"{folder}/literals.txt"
        with open(literals, "wb") as file:
            file.write(listed.stdout)
        rg = ["rg", "-i", "-F", "--count-matches", "-f", literals]
        statements = [a.bin, "statements", *PACK, "-j"]
        thin = corpus("thin.jsonl", "0", "--size", a.size)
        if "thin" in only:
            row("thin corpus, to `rg`", "4", pair(a.rounds, statements + ["1", thin], rg + [thin]))
        if "dense" in only:
            dense = corpus("dense.jsonl", "2", "--size", a.size)
            counter = a.loop or build()
            if counter:
                loop = [counter, literals, dense]
                row("dense corpus, to a loop of `aho-corasick`", "6", pair(a.rounds, statements + ["1", dense], loop))
            else:
                print("benches/literals.rs could not be built", file=sys.stderr)
        if "many" in only:
            made = phrases(thin, listed.stdout.decode().split(), f"{folder}/rules", 10_000)
            many = [a.bin, "statements", *PACK, "--rules", f"{folder}/rules", "-j", "1", thin]
            row(f"{made} phrases more, to the shipped ones", "3", pair(a.rounds, many, statements + ["1", thin]))
        if "threads" in only:
            row("two threads, to one", "wall 0.59", pair(a.rounds, statements + ["2", thin], statements + ["1", thin]))
        if "small" in only:
            corpus("unused.jsonl", "2", "--folder", f"{folder}/small", "--files", "5")
            row("five small files, to `rg`", "1.5", pair(a.rounds, statements + ["1", f"{folder}/small"], rg + [f"{folder}/small"]))
        if "load" in only:
            cpus = [run([a.bin, "rules", "show", "--literals", *PACK])[1] for _ in range(a.rounds + 1)][1:]
            print(f"\nLoading and compiling the shipped rules: {statistics.median(cpus) * 1000:.0f} ms of CPU, at most 15 wanted.")


if __name__ == "__main__":
    main()
