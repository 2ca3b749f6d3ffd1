# Sourced by run: Slurm on loopback as one node, with a munge of its own, below the run's scratch folder.
# It needs no systemd, no cgroup and no account of its own, and leaves alone a Slurm that is set up here.
# shellcheck shell=bash disable=SC2154

slurm=$scratch/slurm
export SLURM_CONF=$slurm/slurm.conf
# Settings for Slurm's commands that a user may have would be taken for ours.
unset "${!SBATCH_@}" "${!SQUEUE_@}" "${!SCANCEL_@}"

# wait_until SECONDS COMMAND…: whether it comes true within that time.
wait_until() {
  local ends=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < ends)) || return 1
    sleep 0.2
  done
}

free_ports() {
  python3 -c '
import socket
held = [socket.socket() for _ in range(2)]
for one in held:
    one.bind(("127.0.0.1", 0))
print(*(one.getsockname()[1] for one in held))'
}

node_is_idle() { [[ $(sinfo --noheader --format=%t 2>/dev/null) == idle ]]; }
no_jobs() { [[ -z $(squeue --noheader --format=%i 2>/dev/null) ]]; }

# start_slurm TASKS: one node that takes so many tasks at once, however many cores there are.
start_slurm() {
  local program missing='' controller node user
  for program in munged slurmctld slurmd sbatch; do
    PATH=$PATH:/usr/sbin command -v "$program" >/dev/null || missing+=" $program"
  done
  [[ -z $missing ]] || fail "not installed:$missing (Debian: .ci/setup slurm-wlm munge)"
  [[ $(id -u) -eq 0 ]] || fail "Slurm's node is started by root alone"
  PATH=$PATH:/usr/sbin
  mkdir -p "$slurm/state" "$slurm/spool"
  user=$(id -un)
  read -r controller node < <(free_ports)
  (umask 077 && head -c 128 /dev/urandom >"$slurm/munge.key")
  cat >"$SLURM_CONF" <<END
ClusterName=loopback
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=$controller
SlurmdPort=$node
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$slurm/munge.socket
CredType=cred/munge
StateSaveLocation=$slurm/state
SlurmdSpoolDir=$slurm/spool
SlurmctldPidFile=$slurm/slurmctld.pid
SlurmdPidFile=$slurm/slurmd.pid
SlurmctldLogFile=$slurm/slurmctld.log
SlurmdLogFile=$slurm/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SlurmdParameters=config_overrides
MailProg=/bin/true
KillWait=5
NodeName=localhost NodeAddr=127.0.0.1 CPUs=$1 RealMemory=16000
PartitionName=night Nodes=localhost Default=YES MaxTime=120 State=UP
END
  # The folder is this run's alone, as munge sees with concern and --force allows.
  munged --foreground --force --key-file="$slurm/munge.key" --socket="$slurm/munge.socket" \
    --pid-file="$slurm/munge.pid" --log-file="$slurm/munge.log" --seed-file="$slurm/munge.seed" \
    >"$slurm/munged.out" 2>&1 &
  started+=("$!")
  wait_until 10 test -S "$slurm/munge.socket" || fail "munged did not start: $(cat "$slurm"/munge*.out)"
  slurmctld -D -i >"$slurm/slurmctld.out" 2>&1 &
  started+=("$!")
  slurmd -D -N localhost >"$slurm/slurmd.out" 2>&1 &
  started+=("$!")
  wait_until 60 node_is_idle ||
    fail "Slurm's node was not ready within a minute: $(tail -n 5 "$slurm/slurmctld.out" "$slurm/slurmd.out")"
}

# of_jobs START: the processes of this Slurm's jobs that have a variable which starts so. By the path of
# our configuration in their environment nobody else's are taken for ours.
of_jobs() {
  local file
  for file in /proc/[0-9]*/environ; do
    { tr '\0' '\n' <"$file"; } 2>/dev/null |
      awk -v conf="SLURM_CONF=$SLURM_CONF" -v start="$1" \
        '$0 == conf { ours = 1 } index($0, start) == 1 { such = 1 } END { exit !(ours && such) }' ||
      continue
    file=${file#/proc/}
    echo "${file%/environ}"
  done
}

# Ends every job, also one that Slurm itself does not get to its end.
stop_slurm() {
  local pid
  [[ -e $slurm/slurmctld.pid ]] || return 0
  timeout 10 scancel --me 2>/dev/null || true
  wait_until 15 no_jobs || true
  for pid in $(of_jobs SLURM_JOB_ID=); do
    kill -KILL "$pid" 2>/dev/null || true
  done
}
