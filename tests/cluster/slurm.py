#!/usr/bin/env python3
"""Runs an array of four shards on a Slurm cluster of this machine, kills one task half way, requeues it,
merges, and compares with a single run.

usage: slurm.py HANDVEST PROJECT_ROOT
Needs root, munge and slurm-wlm (skipped, exit code 77, without them). The cluster has a folder, ports and
a key of its own and ends with the test.
"""
import filecmp
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

SHARDS = 4
DOCUMENTS = 48
SKIPPED = 77
ATTEMPTS = 3

CONFIG = """ClusterName=handvest
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={controller}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={dir}/munge.socket
CredType=cred/munge
StateSaveLocation={dir}/state
SlurmdSpoolDir={dir}/spool-%n
SlurmctldPidFile={dir}/slurmctld.pid
SlurmdPidFile={dir}/slurmd-%n.pid
SlurmctldLogFile={dir}/slurmctld.log
SlurmdLogFile={dir}/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=1,batch_sched_delay=0
MpiDefault=none
ReturnToService=2
MinJobAge=300
NodeName=a NodeHostname={host} NodeAddr=127.0.0.1 Port={node_a} CPUs=2 State=UNKNOWN
NodeName=b NodeHostname={host} NodeAddr=127.0.0.1 Port={node_b} CPUs=2 State=UNKNOWN
PartitionName=main Nodes=a,b Default=YES MaxTime=10 State=UP OverSubscribe=FORCE:2
"""


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for s in sockets:
        s.bind(("127.0.0.1", 0))
    ports = [s.getsockname()[1] for s in sockets]
    for s in sockets:
        s.close()
    return ports


class Stuck(AssertionError):
    """The cluster did not go on, or not in time. What handvest does wrong is wrong on every attempt."""


def wait_for(what, condition, seconds=60):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return
        time.sleep(0.1)
    raise Stuck(f"waited {seconds} s in vain for {what}")


class Cluster:
    """munged, slurmctld and two slurmd in the foreground, each a child of this test."""

    def __init__(self, folder):
        self.folder = folder
        self.children = []
        self.environment = dict(os.environ, SLURM_CONF=str(folder / "slurm.conf"), HANDVEST_TEST_FAULTS="1")

    def start(self):
        controller, node_a, node_b = free_ports(3)
        (self.folder / "state").mkdir()
        config = CONFIG.format(host=socket.gethostname(), dir=self.folder, controller=controller, node_a=node_a,
                               node_b=node_b)
        (self.folder / "slurm.conf").write_text(config)
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(128))
        key.chmod(0o600)
        self.launch("munged", "--foreground", "--force", f"--socket={self.folder}/munge.socket", f"--key-file={key}",
                    f"--pid-file={self.folder}/munged.pid", f"--log-file={self.folder}/munged.log",
                    f"--seed-file={self.folder}/munged.seed")
        wait_for("munge", (self.folder / "munge.socket").exists)
        self.launch("slurmctld", "-D", "-c")
        self.launch("slurmd", "-D", "-N", "a")
        self.launch("slurmd", "-D", "-N", "b")
        wait_for("two idle nodes", lambda: self.run("sinfo", "-h", "-o", "%T %D").split() == ["idle", "2"])

    def launch(self, *command):
        out = open(self.folder / f"{command[0]}-{len(self.children)}.out", "wb")
        self.children.append(subprocess.Popen(command, env=self.environment, stdout=out, stderr=out))

    def run(self, *command):
        return subprocess.run(command, env=self.environment, capture_output=True, text=True).stdout.strip()

    def states(self, job):
        """What the controller says of each task of a job; nothing where it gave no answer."""
        return re.findall(r"JobState=(\w+)", self.run("scontrol", "show", "job", job))

    def requeue(self, task):
        self.run("scontrol", "requeue", task)
        return self.states(task) not in ([], ["FAILED"])

    def stop(self):
        for child in reversed(self.children):
            child.terminate()
        for child in self.children:
            try:
                child.wait(20)
            except subprocess.TimeoutExpired:
                child.kill()


def make_corpus(folder):
    folder.mkdir()
    for number in range(DOCUMENTS):
        # The marked line slows the reader, so that there is a half way to kill a task at.
        text = f"handvest-test-fault: slow\n\nIn {2010 + number % 10} komen er {number + 2} woningen bij.\n"
        (folder / f"besluit-{number:02}.txt").write_text(text)


def done_in(manifest):
    if not manifest.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{manifest}?mode=ro", uri=True) as database:
            return database.execute("SELECT count(*) FROM inputs WHERE status = 'done'").fetchone()[0]
    except sqlite3.OperationalError:
        return 0


def processes_of(shard):
    """Process ids of the batch run that writes to a shard's folder."""
    mark = f"/shard-{shard}".encode()
    for entry in pathlib.Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0") if entry.name.isdigit() else []
        except OSError:
            continue
        if len(words) > 1 and words[1] == b"batch" and any(word.endswith(mark) for word in words):
            yield int(entry.name)


def same_trees(left, right):
    names = lambda root: sorted(str(p.relative_to(root)) for p in root.rglob("*") if p.is_file())
    assert names(left) == names(right), (names(left), names(right))
    _, differing, failed = filecmp.cmpfiles(left, right, names(left), shallow=False)
    assert not differing and not failed, (differing, failed)


def test(program, root, folder):
    corpus, out = folder / "corpus", folder / "out"
    make_corpus(corpus)
    cluster = Cluster(folder)
    cluster.environment["HANDVEST"] = program
    try:
        cluster.start()
        job = cluster.run("sbatch", "--parsable", f"--array=1-{SHARDS}", f"--output={folder}/task-%a.log", "-c", "1",
                          "--mem-per-cpu=0", f"{root}/tools/slurm/handvest-array.sh", str(SHARDS), str(corpus),
                          str(out))
        if not job.isdigit():
            raise Stuck(f"no job was taken: {job}")
        wait_for("the second task to be half way", lambda: 3 <= done_in(out / "shard-2" / "manifest.sqlite"))
        for process in processes_of(2):
            os.kill(process, signal.SIGKILL)
        second = f"{job}_2"
        wait_for("the death of the second task", lambda: cluster.states(second) == ["FAILED"])
        if done_in(out / "shard-2" / "manifest.sqlite") == DOCUMENTS // SHARDS:
            raise Stuck("the second task was killed too late")
        # The controller refuses while it still tidies up after the task, so ask until it is queued.
        wait_for("the second task to be queued again", lambda: cluster.requeue(second))
        # Slurm holds a requeued task back for two minutes, for its node may still tidy up and would fail it
        # at once; here a few seconds do.
        cluster.run("scontrol", "update", f"JobId={second}", "StartTime=now+4")
        wait_for("the end of all tasks", lambda: cluster.states(job) == ["COMPLETED"] * SHARDS)
    except Stuck:
        print(cluster.run("scontrol", "show", "job"), cluster.run("sinfo", "-R"), sep="\n")
        raise
    finally:
        cluster.stop()
    environment = dict(os.environ, HANDVEST_TEST_FAULTS="1")
    single = [program, "batch", str(corpus), "--out", str(folder / "single"), "--progress", "none"]
    subprocess.run(single, check=True, env=environment)
    shards = [str(out / f"shard-{k}") for k in range(1, SHARDS + 1)]
    subprocess.run([program, "merge", *shards, "--out", str(folder / "merged")], check=True)
    same_trees(folder / "single", folder / "merged")


if __name__ == "__main__":
    if os.geteuid() != 0 or not all(map(shutil.which, ["munged", "slurmctld", "slurmd", "sbatch"])):
        print("skipped: needs root, munge and slurm-wlm")
        sys.exit(SKIPPED)
    for attempt in range(1, ATTEMPTS + 1):
        with tempfile.TemporaryDirectory(prefix="handvest-slurm-", ignore_cleanup_errors=True) as name:
            try:
                test(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(sys.argv[2]).resolve(),
                     pathlib.Path(name))
                break
            except Stuck as stuck:
                if attempt == ATTEMPTS:
                    raise
                print(f"attempt {attempt}: {stuck}; once more, on a new cluster", flush=True)
    print("the merged shards are what a single run writes")
