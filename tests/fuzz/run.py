#!/usr/bin/env python3
"""Runs the fuzz targets of tests/fuzz for a while each, and keeps what breaks them.

usage: run.py --binary FUZZ [--seconds N] [--jobs N] [--slowest N] [--found DIR] [TARGET…]
       run.py --build DIR [--seconds N] …       configure and build with clang++ first

Each target starts from its corpus and its dictionary. An input that crashes, takes longer than `--slowest` seconds (of
the clock: raise it on a busy machine) or more memory than the bound is kept in DIR/TARGET and named; the exit code is
then 1. What is found becomes a file of corpus/TARGET, which fuzz_replay tries in every test run, or a unit test.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
TARGETS = ['record', 'filter', 'csv', 'json_lines', 'map', 'policy', 'commit', 'tree', 'pack', 'feed', 'mail']
# Bounds of a target: per input, and in one allocation.
BOUNDS = ['-max_len=4096', '-rss_limit_mb=1024', '-malloc_limit_mb=256']


def arguments():
    parser = argparse.ArgumentParser(description='run the fuzz targets')
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument('--binary', type=pathlib.Path)
    where.add_argument('--build', type=pathlib.Path)
    parser.add_argument('--seconds', type=int, default=900)
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--slowest', type=int, default=10, help='seconds that one input may take')
    parser.add_argument('--found', type=pathlib.Path)
    parser.add_argument('targets', nargs='*', choices=[[], *TARGETS], metavar='TARGET')
    return parser.parse_args()


def build(folder):
    """A build folder of its own: Clang, with libFuzzer and sanitizers in every file."""
    source = HERE.parent.parent
    configure = ['cmake', '-S', source, '-B', folder, '-G', 'Ninja', '-DCMAKE_CXX_COMPILER=clang++',
                 '-DCRMTRACK_FUZZ=ON', '-DCMAKE_CXX_COMPILER_LAUNCHER=ccache']
    environment = {**os.environ, 'CCACHE_SLOPPINESS': 'pch_defines,time_macros'}
    subprocess.run(configure, check=True, env=environment, stdout=subprocess.DEVNULL)
    subprocess.run(['cmake', '--build', folder, '--target', 'fuzz', '--', '--quiet'], check=True, env=environment)
    return folder / 'fuzz'


def number(pattern, log):
    found = re.search(pattern, log)
    return int(found.group(1)) if found else 0


def fuzz(binary, target, seconds, slowest, found):
    """Whether the target held, and what to say of it."""
    found.mkdir(parents=True, exist_ok=True)
    dictionary = HERE / f'{target}.dict'
    with tempfile.TemporaryDirectory() as fresh:
        command = [binary, f'--target={target}', *BOUNDS, f'-timeout={slowest}', f'-max_total_time={seconds}',
                   '-print_final_stats=1', f'-artifact_prefix={found}/', f'-dict={dictionary}', fresh,
                   HERE / 'corpus' / target]
        began = time.monotonic()
        run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    log = run.stdout.decode('utf-8', 'backslashreplace')
    executions = number(r'stat::number_of_executed_units: (\d+)', log)
    memory = number(r'stat::peak_rss_mb: +(\d+)', log)
    took = time.monotonic() - began
    said = f'{target}: {took:.0f} s, {executions} executions, {memory} MB at most'
    if run.returncode == 0:
        return True, said
    lines = [line for line in log.splitlines() if re.search('broken:|ERROR|runtime error|Test unit written', line)]
    return False, '\n  '.join([said + f', FAILED with exit code {run.returncode}', *lines])


def main():
    options = arguments()
    binary = (options.binary or build(options.build)).resolve()
    found = (options.found or binary.parent / 'found').resolve()
    good = True
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = [pool.submit(fuzz, binary, target, options.seconds, options.slowest, found / target)
                for target in options.targets or TARGETS]
        for run in concurrent.futures.as_completed(runs):
            held, said = run.result()
            good = good and held
            print(said, flush=True)
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
