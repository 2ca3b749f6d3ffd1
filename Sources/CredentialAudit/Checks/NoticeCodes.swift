extension CodeMeaning {
  /// What a run says of the auditor itself, beside its verdicts.
  static let noticeCodes: [CodeMeaning] = [
    CodeMeaning(
      "clock-skew",
      "This machine's clock and a host's are more than a minute apart. Ends of credentials are judged by this machine's clock, and an assertion that it signs may be refused (AADSTS700024).",
      "Set this machine's clock by NTP (timedatectl or chronyc tracking says how it is). Where the run's notice says that only some hosts are off, tell their operators."
    ),
    CodeMeaning(
      "tls-rewritten",
      "The certificate of a cloud's login host is not by an authority that came with this system: a proxy, a firewall or an attacker in between opens TLS and can read every credential and token.",
      "Where it is your company's proxy, this is what it is for; better have it leave login hosts alone. Otherwise stop the job, find out who it is, and replace the credentials that were sent."
    ),
    CodeMeaning(
      "dns-down",
      "No host that was asked resolved: this machine has no working resolver, or only its proxy resolves names.",
      "Look at /etc/resolv.conf and try 'getent hosts login.microsoftonline.com'; behind a proxy, set HTTPS_PROXY. Then run again: nothing was learnt of the credentials."
    ),
    CodeMeaning(
      "network-down",
      "No host that was asked answered: connections were refused, timed out or did not get through the proxy.",
      "Look at this machine's network, its firewall and HTTPS_PROXY. Then run again: nothing was learnt of the credentials."
    ),
    CodeMeaning(
      "little-room",
      "The file system of the database or of the reports is nearly full, in bytes or in files; a run that finds it full ends with 4.",
      "Make room there, or name other places with --database and --reports."),
    CodeMeaning(
      "few-descriptors",
      "The process may open fewer files than network.concurrency needs connections, so fewer requests were in flight.",
      "Raise the hard limit where the job is started (ulimit -Hn, LimitNOFILE, limits.conf), or lower network.concurrency."
    ),
    CodeMeaning(
      "owners-not-compared",
      "The run was asked for an owner, and some declared credentials have none in the inventory and, as far as the runs before know, not this one in their directory.",
      "Write their owner into the inventory, or run once without --owner: whom a directory names is remembered."
    ),
    CodeMeaning(
      "scope-met-nothing",
      "The run was asked for what only a directory may know, and no credential was met that fits.",
      "Look for a mistake in typing in --application and --owner."),
    CodeMeaning(
      "shards-missing",
      "This run was put together from parts, and one that belongs to it is not there: what it should have looked at is missing from every report.",
      "Run that part, or look at why it did not run; then 'credaudit merge' its database too, as often as you like: the run becomes complete."
    ),
    CodeMeaning(
      "shards-incomplete",
      "This run was put together from parts, and one of them was cut short or was copied before it had ended.",
      "Copy its database again once it has ended, with its -wal file where there is one, or run it again; then merge it."
    ),
    CodeMeaning(
      "shards-differ",
      "This run was put together from parts that did not do the same: they read another inventory, so that a tenant may be in none of them or in two, or were run by another version of credaudit.",
      "Give every part the same inventory, to the byte, and the same version, under a new group."
    ),
  ]
}
