function __credaudit_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __credaudit_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __credaudit_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __credaudit_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __credaudit_parse_tokens -S
    set -l unparsed_tokens (__credaudit_tokens -pc)
    switch $unparsed_tokens[1]
    case 'credaudit'
        __credaudit_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'audit'
            __credaudit_parse_subcommand 0 'inventory=' 'database=' 'reports=' 'formats=' 'tenant=+' 'owner=+' 'tag=+' 'application=+' 'shard=' 'offline' 'plan' 'fail-on=' 'new-only' 'quiet' 'metrics-file=' 'progress=' 'log-level=' 'log-format=' 'version' 'h/help'
        case 'validate'
            __credaudit_parse_subcommand 0 'inventory=' 'format=' 'version' 'h/help'
        case 'report'
            __credaudit_parse_subcommand 0 'database=' 'reports=' 'formats=' 'tenant=+' 'owner=+' 'tag=+' 'format=' 'run=' 'as-of=' 'fail-on=' 'version' 'h/help'
        case 'authority'
            __credaudit_parse_subcommand -r 1 'kind=' 'tenant-id=' 'trusted-host=+' 'ca-bundle=' 'format=' 'version' 'h/help'
        case 'history'
            __credaudit_parse_subcommand 1 'database=' 'format=' 'version' 'h/help'
        case 'diff'
            __credaudit_parse_subcommand 2 'database=' 'format=' 'version' 'h/help'
        case 'expiring'
            __credaudit_parse_subcommand 0 'within=' 'database=' 'format=' 'version' 'h/help'
        case 'explain'
            __credaudit_parse_subcommand 1 'format=' 'version' 'h/help'
        case 'import'
            __credaudit_parse_subcommand 0 'tenant=' 'update=' 'inventory=' 'version' 'h/help'
        case 'prune'
            __credaudit_parse_subcommand 0 'keep=' 'database=' 'format=' 'version' 'h/help'
        case 'merge'
            __credaudit_parse_subcommand -r 1 'database=' 'format=' 'version' 'h/help'
        case 'demo'
            __credaudit_parse_subcommand 0 'inventory=' 'reports=' 'version' 'h/help'
        case 'help'
            __credaudit_parse_subcommand -r 1 'version'
        end
    end
end

function __credaudit_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __credaudit_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __credaudit_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __credaudit_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__credaudit_tokens -p)
    if test -z "$(__credaudit_tokens -t)"
        set -l index (count (__credaudit_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'credaudit' -f
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'audit' -d 'Looks at every authority and credential of the inventory, and writes reports.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'validate' -d 'Checks inventory, references, files, certificates and authority URLs; sends nothing.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'report' -d 'Writes the reports of a stored run, or of one customer\'s or team\'s part of it.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'authority' -d 'Checks authority URLs given by hand.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'history' -d 'Tells an authority\'s or a credential\'s life: verdicts, codes, rotations.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'diff' -d 'Compares two stored runs: first seen, worse, better, recovered, rotated, gone.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'expiring' -d 'Lists what has ended and what ends soon: by week and owner, soonest first.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'explain' -d 'Explains an AADSTS code, an OAuth error, a check or one of our own codes.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'import' -d 'Drafts what a tenant\'s directory has and the inventory does not declare.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'prune' -d 'Drops what old runs found; verdict changes and each subject\'s last state stay.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'merge' -d 'Brings databases of shards or other machines into one; shards become one run.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'demo' -d 'Starts the built-in identity service and audits config/demo against it.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" inventory' -l 'inventory' -d 'The inventory file.' -rfa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" database' -l 'database' -d 'The history\'s database.' -rfa '(set -l exts \'sqlite\' \'db\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" reports' -l 'reports' -d 'The folder for reports.' -rfa '(__credaudit_complete_directories)'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" formats' -l 'formats' -d 'Which reports, with commas between: html, md, csv, junit, sarif, prom, ics, json.' -rfka 'html md csv junit sarif prom ics json'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit"' -l 'tenant' -d 'Only tenants whose name fits; may be repeated.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit"' -l 'owner' -d 'Only credentials whose owner fits; may be repeated.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit"' -l 'tag' -d 'Only what has a tag that fits; may be repeated.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit"' -l 'application' -d 'Only applications whose name fits; may be repeated.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" shard' -l 'shard' -d 'Only the I-th of N parts of the tenants; auto: the part of this task of a job array.' -rfka 'auto'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" offline' -l 'offline' -d 'Ask nothing of the network and run no command.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" plan' -l 'plan' -d 'Say what would be asked of whom, and send nothing.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" fail-on' -l 'fail-on' -d 'The run fails from this verdict on; what is unknown always counts.' -rfka 'critical warning never'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" new-only' -l 'new-only' -d 'Fail only on what is new or worse than when it was last looked at.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" quiet' -l 'quiet' -d 'Say nothing unless something is new, worse or recovered, or the run is incomplete.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" metrics-file' -l 'metrics-file' -d 'A file of metrics for Prometheus\' node_exporter, beside the reports and readable by all.' -rfa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'prom\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" progress' -l 'progress' -d 'Whether to show progress; auto: on a terminal.' -rfka 'auto always never'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" log-level' -l 'log-level' -d 'What to log to standard error.' -rfka 'debug info warning error'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" log-format' -l 'log-format' -d 'In which form to log.' -rfka 'text json'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit audit" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit validate" inventory' -l 'inventory' -d 'The inventory file.' -rfa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit validate" format' -l 'format' -d 'How to write to standard output.' -rfka 'table json csv'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit validate" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit validate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report" database' -l 'database' -d 'The history\'s database.' -rfa '(set -l exts \'sqlite\' \'db\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report" reports' -l 'reports' -d 'The folder for reports.' -rfa '(__credaudit_complete_directories)'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report" formats' -l 'formats' -d 'Which reports, with commas between: html, md, csv, junit, sarif, prom, ics, json.' -rfka 'html md csv junit sarif prom ics json'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report"' -l 'tenant' -d 'Only tenants whose name fits; may be repeated.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report"' -l 'owner' -d 'Only credentials whose owner fits; may be repeated.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report"' -l 'tag' -d 'Only what has a tag that fits; may be repeated.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report" format' -l 'format' -d 'How to write to standard output.' -rfka 'table json csv'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report" run' -l 'run' -d 'The run\'s id, or the first letters of it.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report" as-of' -l 'as-of' -d 'The newest run that had started by the end of this day.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report" fail-on' -l 'fail-on' -d 'End as an audit that found this: 1 from this verdict on, 3 for what is unknown or missing.' -rfka 'critical warning never'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit report" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit authority" kind' -l 'kind' -d 'What the URLs are, where they do not show it.' -rfka 'entra b2c ciam adfs dsts oidc'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit authority" tenant-id' -l 'tenant-id' -d 'The tenant they must resolve to.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit authority"' -l 'trusted-host' -d 'A host where a generic issuer\'s endpoints may live; may be repeated.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit authority" ca-bundle' -l 'ca-bundle' -d 'A PEM file with further roots.' -rfa '(set -l exts \'pem\' \'crt\' \'cer\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit authority" format' -l 'format' -d 'How to write to standard output.' -rfka 'table json csv'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit authority" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit authority" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit history" database' -l 'database' -d 'The history\'s database.' -rfa '(set -l exts \'sqlite\' \'db\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit history" format' -l 'format' -d 'How to write to standard output.' -rfka 'table json csv'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit history" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit history" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit diff" database' -l 'database' -d 'The history\'s database.' -rfa '(set -l exts \'sqlite\' \'db\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit diff" format' -l 'format' -d 'How to write to standard output.' -rfka 'table json csv'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit diff" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit diff" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit expiring" within' -l 'within' -d 'How far to look ahead, in days.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit expiring" database' -l 'database' -d 'The history\'s database.' -rfa '(set -l exts \'sqlite\' \'db\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit expiring" format' -l 'format' -d 'How to write to standard output.' -rfka 'table json csv'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit expiring" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit expiring" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit explain" -eq 1' -fka 'authority.url authority.instance authority.discovery authority.issuer authority.endpoints authority.tenant authority.cloud authority.keys directory.access credential.source credential.expiry credential.acquisition credential.token directory.application directory.credential algorithm-refused application-deleted application-disabled application-not-found application-of-other-tenant arc-challenge-invalid arc-key-unreadable assertion-unavailable authority-failed bad-port cancelled clock-skew cloud-mismatch command-cancelled command-failed command-not-allowed command-not-started command-output-empty command-output-too-large command-timeout common-tenant connection-refused connection-reset dates-differ deadline depends-on-acquisition depends-on-application depends-on-discovery depends-on-endpoints depends-on-instance depends-on-source depends-on-url directory-foreign-link directory-loop directory-malformed directory-miscounted directory-no-graph directory-no-token directory-not-read directory-only directory-permission-missing directory-refused directory-too-much directory-unanswered dns-down dns-failure document-incomplete document-malformed encrypts-tokens ended-long-ago endpoint-foreign-host endpoint-foreign-tenant endpoint-malformed-url endpoint-not-https endpoint-tail expired expires-soon federated-issuer-differs federated-issuer-not-asked federated-issuer-not-public federated-issuer-unanswered federated-issuer-undocumented federated-issuer-without-keys federation-by-expression federation-differs federations-not-read few-descriptors file-empty file-not-found file-not-permitted file-not-regular file-readable-by-others file-too-large file-unreadable file-writable-by-others fragment gone hint-unknown identity-not-assigned identity-not-selectable instance-not-confirmed instance-unknown internal-host inventory-date-stale issuer-mismatch issuer-missing kept-by-platform key-mismatch keys-malformed keys-missing keys-unusable kind-contradicts-url leftover-ended leftover-live legacy-host little-room longer-than-policy look-alike-host looks-renamed malformed-credential malformed-response malformed-url network-down network-failure newer-beside no-end-date no-end-known no-expiry-kind no-host no-keys-to-verify no-managed-identity no-owner no-policy no-private-key no-resource no-scope no-subdomain no-tenant not-a-certificate not-an-openid-service not-applicable not-begun not-declared not-found not-https not-in-directory not-text not-told-apart not-verifiable not-yet-valid offline ok on-service-principal opaque-token owners-not-compared passphrase-needed platform-certificate-mismatch platform-fault platform-refused platform-resource-refused platform-settings-invalid platform-throttled platform-unauthorized platform-unreachable policy-in-query policy-malformed port portal-in-between principal-disabled principal-missing production-tag-unused proxy-failure punycode-host query reader-end-unknown reader-ends-soon reader-unusable refused-without-reason region-other-cloud regional-host response-too-large retired-host role-missing run-empty run-filtered run-incomplete run-offline run-part run-pruned scope-met-nothing scope-other-cloud secret-blank-at-end secret-carriage-return secret-control-character secret-looks-like-id secret-not-ascii secret-placeholder secret-quoted secret-several-lines service-fault several-entries-fit several-live-secrets shards-differ shards-incomplete shards-missing shared-key shared-secret signature-invalid signing-failed signing-key-unknown signs-for-sso stray-slash suppression-expired suppression-lapses suppression-unused tenant-malformed tenant-mismatch tenant-not-applicable tenant-not-resolved throttled timeout tls-expired tls-failure tls-hostname tls-rewritten tls-untrusted token-expired token-incomplete token-issuer-unlisted token-malformed token-not-yet-valid token-other-application token-other-audience token-other-issuer token-other-tenant too-large too-long-lived unexpected-response unknown-path unrequested-encoding unsupported-encryption unsupported-key url-too-long user-info v1-path variable-empty variable-not-set whitespace wrong-passphrase invalid_request invalid_client invalid_grant unauthorized_client unsupported_grant_type invalid_scope access_denied unsupported_response_type server_error temporarily_unavailable invalid_target authorization_pending slow_down expired_token interaction_required login_required consent_required invalid_resource invalid_tenant invalid_instance user_password_expired'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit explain" format' -l 'format' -d 'How to write to standard output.' -rfka 'table json csv'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit explain" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit explain" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit import" tenant' -l 'tenant' -d 'The tenant\'s name in the inventory.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit import" update' -l 'update' -d 'Add what is new to this file, in which the tenant stands, and touch nothing else in it.' -rfa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit import" inventory' -l 'inventory' -d 'The inventory file.' -rfa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit import" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit import" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit prune" keep' -l 'keep' -d 'Runs of the last so many days are kept.' -rfka ''
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit prune" database' -l 'database' -d 'The history\'s database.' -rfa '(set -l exts \'sqlite\' \'db\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit prune" format' -l 'format' -d 'How to write to standard output.' -rfka 'table json csv'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit prune" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit prune" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_positional "credaudit merge" -ge 1' -fa '(set -l exts \'sqlite\' \'db\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit merge" database' -l 'database' -d 'The history\'s database.' -rfa '(set -l exts \'sqlite\' \'db\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit merge" format' -l 'format' -d 'How to write to standard output.' -rfka 'table json csv'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit merge" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit merge" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit demo" inventory' -l 'inventory' -d 'The demo\'s inventory.' -rfa '(set -l exts \'yaml\' \'yml\';for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.{$exts};printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit demo" reports' -l 'reports' -d 'The folder for reports.' -rfa '(__credaudit_complete_directories)'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit demo" version' -l 'version' -d 'Show the version.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit demo" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'credaudit' -n '__credaudit_should_offer_completions_for_flags_or_options "credaudit help" version' -l 'version' -d 'Show the version.'
