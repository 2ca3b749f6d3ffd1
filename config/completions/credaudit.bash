#!/bin/bash

__credaudit_cursor_index_in_current_word() {
    local remaining="${COMP_LINE}"

    local word
    for word in "${COMP_WORDS[@]::COMP_CWORD}"; do
        remaining="${remaining##*([[:space:]])"${word}"*([[:space:]])}"
    done

    local -ir index="$((COMP_POINT - ${#COMP_LINE} + ${#remaining}))"
    if [[ "${index}" -le 0 ]]; then
        printf 0
    else
        printf %s "${index}"
    fi
}

# positional arguments:
#
# - 1: the current (sub)command's count of positional arguments
#
# required variables:
#
# - repeating_flags: the repeating flags that the current (sub)command can accept
# - non_repeating_flags: the non-repeating flags that the current (sub)command can accept
# - repeating_options: the repeating options that the current (sub)command can accept
# - non_repeating_options: the non-repeating options that the current (sub)command can accept
# - positional_number: value ignored
# - unparsed_words: unparsed words from the current command line
#
# modified variables:
#
# - non_repeating_flags: remove flags for this (sub)command that are already on the command line
# - non_repeating_options: remove options for this (sub)command that are already on the command line
# - positional_number: set to the current positional number
# - unparsed_words: remove all flags, options, and option values for this (sub)command
__credaudit_offer_flags_options() {
    local -ir positional_count="${1}"
    positional_number=0

    local was_flag_option_terminator_seen=false
    local is_parsing_option_value=false

    local -ar unparsed_word_indices=("${!unparsed_words[@]}")
    local -i word_index
    for word_index in "${unparsed_word_indices[@]}"; do
        if "${is_parsing_option_value}"; then
            # This word is an option value:
            # Reset marker for next word iff not currently the last word
            [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]] && is_parsing_option_value=false
            unset "unparsed_words[${word_index}]"
            # Do not process this word as a flag or an option
            continue
        fi

        local word="${unparsed_words["${word_index}"]}"
        if ! "${was_flag_option_terminator_seen}"; then
            case "${word}" in
            --)
                unset "unparsed_words[${word_index}]"
                # by itself -- is a flag/option terminator, but if it is the last word, it is the start of a completion
                if [[ "${word_index}" -ne "${unparsed_word_indices[${#unparsed_word_indices[@]} - 1]}" ]]; then
                    was_flag_option_terminator_seen=true
                fi
                continue
                ;;
            -*)
                # ${word} is a flag or an option
                # If ${word} is an option, mark that the next word to be parsed is an option value
                local option
                for option in "${repeating_options[@]}" "${non_repeating_options[@]}"; do
                    [[ "${word}" = "${option}" ]] && is_parsing_option_value=true && break
                done

                # Remove ${word} from ${non_repeating_flags} or ${non_repeating_options} so it isn't offered again
                local not_found=true
                local -i index
                for index in "${!non_repeating_flags[@]}"; do
                    if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                        unset "non_repeating_flags[${index}]"
                        non_repeating_flags=("${non_repeating_flags[@]}")
                        not_found=false
                        break
                    fi
                done
                if "${not_found}"; then
                    for index in "${!non_repeating_flags[@]}"; do
                        if [[ "${non_repeating_flags[${index}]}" = "${word}" ]]; then
                            unset "non_repeating_flags[${index}]"
                            non_repeating_flags=("${non_repeating_flags[@]}")
                            break
                        fi
                    done
                fi
                unset "unparsed_words[${word_index}]"
                continue
                ;;
            esac
        fi

        # ${word} is neither a flag, nor an option, nor an option value
        if [[ "${positional_number}" -lt "${positional_count}" || "${positional_count}" -lt 0 ]]; then
            # ${word} is a positional
            ((positional_number++))
            unset "unparsed_words[${word_index}]"
        else
            if [[ -z "${word}" ]]; then
                # Could be completing a flag, option, or subcommand
                positional_number=-1
            else
                # ${word} is a subcommand or invalid, so stop processing this (sub)command
                positional_number=-2
            fi
            break
        fi
    done

    unparsed_words=("${unparsed_words[@]}")

    if\
        ! "${was_flag_option_terminator_seen}"\
        && ! "${is_parsing_option_value}"\
        && [[ ("${cur}" = -* && "${positional_number}" -ge 0) || "${positional_number}" -eq -1 ]]
    then
        COMPREPLY+=($(compgen -W "${repeating_flags[*]} ${non_repeating_flags[*]} ${repeating_options[*]} ${non_repeating_options[*]}" -- "${cur}"))
    fi
}

__credaudit_add_completions() {
    local completion
    while IFS='' read -r completion; do
        COMPREPLY+=("${completion}")
    done < <(IFS=$'\n' compgen "${@}" -- "${cur}")
}

__credaudit_custom_complete() {
    if [[ -n "${cur}" || -z ${COMP_WORDS[${COMP_CWORD}]} || "${COMP_LINE:${COMP_POINT}:1}" != ' ' ]]; then
        local -ar words=("${COMP_WORDS[@]}")
    else
        local -ar words=("${COMP_WORDS[@]::${COMP_CWORD}}" '' "${COMP_WORDS[@]:${COMP_CWORD}}")
    fi

    "${COMP_WORDS[0]}" "${@}" "${words[@]}"
}

_credaudit() {
    local state
    state="$(shopt -p;shopt -po)"
    trap "${state//$'\n'/;}" RETURN
    shopt -s extglob
    set +o history +o posix

    local -xr SAP_SHELL=bash
    local -x SAP_SHELL_VERSION
    SAP_SHELL_VERSION="$(IFS='.';printf %s "${BASH_VERSINFO[*]}")"
    local -r SAP_SHELL_VERSION

    local -r cur="${2}"
    local -r prev="${3}"

    local -i positional_number
    local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")

    local -a repeating_flags=()
    local -a non_repeating_flags=(--version -h --help)
    local -a repeating_options=()
    local -a non_repeating_options=()
    __credaudit_offer_flags_options 0

    # Offer subcommand / subcommand argument completions
    local -r subcommand="${unparsed_words[0]}"
    unset 'unparsed_words[0]'
    unparsed_words=("${unparsed_words[@]}")
    case "${subcommand}" in
    audit|validate|report|authority|history|diff|expiring|explain|import|prune|merge|demo|help)
        # Offer subcommand argument completions
        "_credaudit_${subcommand}"
        ;;
    *)
        # Offer subcommand completions
        COMPREPLY+=($(compgen -W 'audit validate report authority history diff expiring explain import prune merge demo help' -- "${cur}"))
        ;;
    esac
}

_credaudit_audit() {
    repeating_flags=()
    non_repeating_flags=(--offline --plan --new-only --quiet --version -h --help)
    repeating_options=(--tenant --owner --tag --application)
    non_repeating_options=(--inventory --database --reports --formats --shard --fail-on --metrics-file --progress --log-level --log-format)
    __credaudit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __credaudit_add_completions -o plusdirs -fX '!*.@(yaml|yml)'
        return
        ;;
    '--database')
        __credaudit_add_completions -o plusdirs -fX '!*.@(sqlite|db)'
        return
        ;;
    '--reports')
        __credaudit_add_completions -d
        return
        ;;
    '--formats')
        __credaudit_add_completions -W 'html'$'\n''md'$'\n''csv'$'\n''junit'$'\n''sarif'$'\n''prom'$'\n''ics'$'\n''json'
        return
        ;;
    '--tenant')
        return
        ;;
    '--owner')
        return
        ;;
    '--tag')
        return
        ;;
    '--application')
        return
        ;;
    '--shard')
        __credaudit_add_completions -W 'auto'
        return
        ;;
    '--fail-on')
        __credaudit_add_completions -W 'critical'$'\n''warning'$'\n''never'
        return
        ;;
    '--metrics-file')
        __credaudit_add_completions -o plusdirs -fX '!*.@(prom)'
        return
        ;;
    '--progress')
        __credaudit_add_completions -W 'auto'$'\n''always'$'\n''never'
        return
        ;;
    '--log-level')
        __credaudit_add_completions -W 'debug'$'\n''info'$'\n''warning'$'\n''error'
        return
        ;;
    '--log-format')
        __credaudit_add_completions -W 'text'$'\n''json'
        return
        ;;
    esac
}

_credaudit_validate() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--inventory --format)
    __credaudit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __credaudit_add_completions -o plusdirs -fX '!*.@(yaml|yml)'
        return
        ;;
    '--format')
        __credaudit_add_completions -W 'table'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_credaudit_report() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--tenant --owner --tag)
    non_repeating_options=(--database --reports --formats --format --run --as-of --fail-on)
    __credaudit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--database')
        __credaudit_add_completions -o plusdirs -fX '!*.@(sqlite|db)'
        return
        ;;
    '--reports')
        __credaudit_add_completions -d
        return
        ;;
    '--formats')
        __credaudit_add_completions -W 'html'$'\n''md'$'\n''csv'$'\n''junit'$'\n''sarif'$'\n''prom'$'\n''ics'$'\n''json'
        return
        ;;
    '--tenant')
        return
        ;;
    '--owner')
        return
        ;;
    '--tag')
        return
        ;;
    '--format')
        __credaudit_add_completions -W 'table'$'\n''json'$'\n''csv'
        return
        ;;
    '--run')
        return
        ;;
    '--as-of')
        return
        ;;
    '--fail-on')
        __credaudit_add_completions -W 'critical'$'\n''warning'$'\n''never'
        return
        ;;
    esac
}

_credaudit_authority() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=(--trusted-host)
    non_repeating_options=(--kind --tenant-id --ca-bundle --format)
    __credaudit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--kind')
        __credaudit_add_completions -W 'entra'$'\n''b2c'$'\n''ciam'$'\n''adfs'$'\n''dsts'$'\n''oidc'
        return
        ;;
    '--tenant-id')
        return
        ;;
    '--trusted-host')
        return
        ;;
    '--ca-bundle')
        __credaudit_add_completions -o plusdirs -fX '!*.@(pem|crt|cer)'
        return
        ;;
    '--format')
        __credaudit_add_completions -W 'table'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_credaudit_history() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--database --format)
    __credaudit_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--database')
        __credaudit_add_completions -o plusdirs -fX '!*.@(sqlite|db)'
        return
        ;;
    '--format')
        __credaudit_add_completions -W 'table'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_credaudit_diff() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--database --format)
    __credaudit_offer_flags_options 2

    # Offer option value completions
    case "${prev}" in
    '--database')
        __credaudit_add_completions -o plusdirs -fX '!*.@(sqlite|db)'
        return
        ;;
    '--format')
        __credaudit_add_completions -W 'table'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_credaudit_expiring() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--within --database --format)
    __credaudit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--within')
        return
        ;;
    '--database')
        __credaudit_add_completions -o plusdirs -fX '!*.@(sqlite|db)'
        return
        ;;
    '--format')
        __credaudit_add_completions -W 'table'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_credaudit_explain() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--format)
    __credaudit_offer_flags_options 1

    # Offer option value completions
    case "${prev}" in
    '--format')
        __credaudit_add_completions -W 'table'$'\n''json'$'\n''csv'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    1)
        __credaudit_add_completions -W 'authority.url'$'\n''authority.instance'$'\n''authority.discovery'$'\n''authority.issuer'$'\n''authority.endpoints'$'\n''authority.tenant'$'\n''authority.cloud'$'\n''authority.keys'$'\n''directory.access'$'\n''credential.source'$'\n''credential.expiry'$'\n''credential.acquisition'$'\n''credential.token'$'\n''directory.application'$'\n''directory.credential'$'\n''algorithm-refused'$'\n''application-deleted'$'\n''application-disabled'$'\n''application-not-found'$'\n''application-of-other-tenant'$'\n''arc-challenge-invalid'$'\n''arc-key-unreadable'$'\n''assertion-unavailable'$'\n''authority-failed'$'\n''bad-port'$'\n''cancelled'$'\n''clock-skew'$'\n''cloud-mismatch'$'\n''command-cancelled'$'\n''command-failed'$'\n''command-not-allowed'$'\n''command-not-started'$'\n''command-output-empty'$'\n''command-output-too-large'$'\n''command-timeout'$'\n''common-tenant'$'\n''connection-refused'$'\n''connection-reset'$'\n''dates-differ'$'\n''deadline'$'\n''depends-on-acquisition'$'\n''depends-on-application'$'\n''depends-on-discovery'$'\n''depends-on-endpoints'$'\n''depends-on-instance'$'\n''depends-on-source'$'\n''depends-on-url'$'\n''directory-foreign-link'$'\n''directory-loop'$'\n''directory-malformed'$'\n''directory-miscounted'$'\n''directory-no-graph'$'\n''directory-no-token'$'\n''directory-not-read'$'\n''directory-only'$'\n''directory-permission-missing'$'\n''directory-refused'$'\n''directory-too-much'$'\n''directory-unanswered'$'\n''dns-down'$'\n''dns-failure'$'\n''document-incomplete'$'\n''document-malformed'$'\n''encrypts-tokens'$'\n''ended-long-ago'$'\n''endpoint-foreign-host'$'\n''endpoint-foreign-tenant'$'\n''endpoint-malformed-url'$'\n''endpoint-not-https'$'\n''endpoint-tail'$'\n''expired'$'\n''expires-soon'$'\n''federated-issuer-differs'$'\n''federated-issuer-not-asked'$'\n''federated-issuer-not-public'$'\n''federated-issuer-unanswered'$'\n''federated-issuer-undocumented'$'\n''federated-issuer-without-keys'$'\n''federation-by-expression'$'\n''federation-differs'$'\n''federations-not-read'$'\n''few-descriptors'$'\n''file-empty'$'\n''file-not-found'$'\n''file-not-permitted'$'\n''file-not-regular'$'\n''file-readable-by-others'$'\n''file-too-large'$'\n''file-unreadable'$'\n''file-writable-by-others'$'\n''fragment'$'\n''gone'$'\n''hint-unknown'$'\n''identity-not-assigned'$'\n''identity-not-selectable'$'\n''instance-not-confirmed'$'\n''instance-unknown'$'\n''internal-host'$'\n''inventory-date-stale'$'\n''issuer-mismatch'$'\n''issuer-missing'$'\n''kept-by-platform'$'\n''key-mismatch'$'\n''keys-malformed'$'\n''keys-missing'$'\n''keys-unusable'$'\n''kind-contradicts-url'$'\n''leftover-ended'$'\n''leftover-live'$'\n''legacy-host'$'\n''little-room'$'\n''longer-than-policy'$'\n''look-alike-host'$'\n''looks-renamed'$'\n''malformed-credential'$'\n''malformed-response'$'\n''malformed-url'$'\n''network-down'$'\n''network-failure'$'\n''newer-beside'$'\n''no-end-date'$'\n''no-end-known'$'\n''no-expiry-kind'$'\n''no-host'$'\n''no-keys-to-verify'$'\n''no-managed-identity'$'\n''no-owner'$'\n''no-policy'$'\n''no-private-key'$'\n''no-resource'$'\n''no-scope'$'\n''no-subdomain'$'\n''no-tenant'$'\n''not-a-certificate'$'\n''not-an-openid-service'$'\n''not-applicable'$'\n''not-begun'$'\n''not-declared'$'\n''not-found'$'\n''not-https'$'\n''not-in-directory'$'\n''not-text'$'\n''not-told-apart'$'\n''not-verifiable'$'\n''not-yet-valid'$'\n''offline'$'\n''ok'$'\n''on-service-principal'$'\n''opaque-token'$'\n''owners-not-compared'$'\n''passphrase-needed'$'\n''platform-certificate-mismatch'$'\n''platform-fault'$'\n''platform-refused'$'\n''platform-resource-refused'$'\n''platform-settings-invalid'$'\n''platform-throttled'$'\n''platform-unauthorized'$'\n''platform-unreachable'$'\n''policy-in-query'$'\n''policy-malformed'$'\n''port'$'\n''portal-in-between'$'\n''principal-disabled'$'\n''principal-missing'$'\n''production-tag-unused'$'\n''proxy-failure'$'\n''punycode-host'$'\n''query'$'\n''reader-end-unknown'$'\n''reader-ends-soon'$'\n''reader-unusable'$'\n''refused-without-reason'$'\n''region-other-cloud'$'\n''regional-host'$'\n''response-too-large'$'\n''retired-host'$'\n''role-missing'$'\n''run-empty'$'\n''run-filtered'$'\n''run-incomplete'$'\n''run-offline'$'\n''run-part'$'\n''run-pruned'$'\n''scope-met-nothing'$'\n''scope-other-cloud'$'\n''secret-blank-at-end'$'\n''secret-carriage-return'$'\n''secret-control-character'$'\n''secret-looks-like-id'$'\n''secret-not-ascii'$'\n''secret-placeholder'$'\n''secret-quoted'$'\n''secret-several-lines'$'\n''service-fault'$'\n''several-entries-fit'$'\n''several-live-secrets'$'\n''shards-differ'$'\n''shards-incomplete'$'\n''shards-missing'$'\n''shared-key'$'\n''shared-secret'$'\n''signature-invalid'$'\n''signing-failed'$'\n''signing-key-unknown'$'\n''signs-for-sso'$'\n''stray-slash'$'\n''suppression-expired'$'\n''suppression-lapses'$'\n''suppression-unused'$'\n''tenant-malformed'$'\n''tenant-mismatch'$'\n''tenant-not-applicable'$'\n''tenant-not-resolved'$'\n''throttled'$'\n''timeout'$'\n''tls-expired'$'\n''tls-failure'$'\n''tls-hostname'$'\n''tls-rewritten'$'\n''tls-untrusted'$'\n''token-expired'$'\n''token-incomplete'$'\n''token-issuer-unlisted'$'\n''token-malformed'$'\n''token-not-yet-valid'$'\n''token-other-application'$'\n''token-other-audience'$'\n''token-other-issuer'$'\n''token-other-tenant'$'\n''too-large'$'\n''too-long-lived'$'\n''unexpected-response'$'\n''unknown-path'$'\n''unrequested-encoding'$'\n''unsupported-encryption'$'\n''unsupported-key'$'\n''url-too-long'$'\n''user-info'$'\n''v1-path'$'\n''variable-empty'$'\n''variable-not-set'$'\n''whitespace'$'\n''wrong-passphrase'$'\n''invalid_request'$'\n''invalid_client'$'\n''invalid_grant'$'\n''unauthorized_client'$'\n''unsupported_grant_type'$'\n''invalid_scope'$'\n''access_denied'$'\n''unsupported_response_type'$'\n''server_error'$'\n''temporarily_unavailable'$'\n''invalid_target'$'\n''authorization_pending'$'\n''slow_down'$'\n''expired_token'$'\n''interaction_required'$'\n''login_required'$'\n''consent_required'$'\n''invalid_resource'$'\n''invalid_tenant'$'\n''invalid_instance'$'\n''user_password_expired'
        return
        ;;
    esac
}

_credaudit_import() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--tenant --update --inventory)
    __credaudit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--tenant')
        return
        ;;
    '--update')
        __credaudit_add_completions -o plusdirs -fX '!*.@(yaml|yml)'
        return
        ;;
    '--inventory')
        __credaudit_add_completions -o plusdirs -fX '!*.@(yaml|yml)'
        return
        ;;
    esac
}

_credaudit_prune() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--keep --database --format)
    __credaudit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--keep')
        return
        ;;
    '--database')
        __credaudit_add_completions -o plusdirs -fX '!*.@(sqlite|db)'
        return
        ;;
    '--format')
        __credaudit_add_completions -W 'table'$'\n''json'$'\n''csv'
        return
        ;;
    esac
}

_credaudit_merge() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--database --format)
    __credaudit_offer_flags_options -1

    # Offer option value completions
    case "${prev}" in
    '--database')
        __credaudit_add_completions -o plusdirs -fX '!*.@(sqlite|db)'
        return
        ;;
    '--format')
        __credaudit_add_completions -W 'table'$'\n''json'$'\n''csv'
        return
        ;;
    esac

    # Offer positional completions
    case "${positional_number}" in
    *)
        __credaudit_add_completions -o plusdirs -fX '!*.@(sqlite|db)'
        return
        ;;
    esac
}

_credaudit_demo() {
    repeating_flags=()
    non_repeating_flags=(--version -h --help)
    repeating_options=()
    non_repeating_options=(--inventory --reports)
    __credaudit_offer_flags_options 0

    # Offer option value completions
    case "${prev}" in
    '--inventory')
        __credaudit_add_completions -o plusdirs -fX '!*.@(yaml|yml)'
        return
        ;;
    '--reports')
        __credaudit_add_completions -d
        return
        ;;
    esac
}

_credaudit_help() {
    repeating_flags=()
    non_repeating_flags=(--version)
    repeating_options=()
    non_repeating_options=()
    __credaudit_offer_flags_options -1
}

complete -o filenames -F _credaudit credaudit
