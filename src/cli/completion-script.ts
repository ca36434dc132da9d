import type { Shell } from "./completion-command.js";

/** The script that a shell sources. It asks `smart-webhooks complete`, so that it never differs from the program. */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell];
}

// Where the program says nothing, a file may stand: `-o default`, `_files`, `__fish_complete_path`.
const SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# smart-webhooks: completion for bash. In ~/.bashrc: source <(smart-webhooks completion bash)
_smart_webhooks() {
  local -a words=()
  local piece word description joins="" colons=""
  # Bash takes words apart at : and =, which are in names and between an option and its value.
  for piece in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
    if [[ "$piece" == "=" ]]; then joins="value"
    elif (( \${#words[@]} )) && [[ "$piece" == : || "$joins" == colon ]]; then words[\${#words[@]}-1]+="$piece"; joins=""
    else words+=("$piece"); joins=""; fi
    [[ "$piece" == : ]] && joins="colon"
  done
  [[ "$joins" == value || \${#words[@]} -eq 0 ]] && words+=("")
  word="\${words[\${#words[@]}-1]}"
  [[ "$word" == *:* && "$COMP_WORDBREAKS" == *:* ]] && colons="\${word%:*}:"
  COMPREPLY=()
  while IFS=$'\\t' read -r word description; do
    COMPREPLY+=("\${word#"$colons"}")
  done < <("\${COMP_WORDS[0]}" complete -- "\${words[@]}" 2>/dev/null)
  # A list of events goes on: no blank after its last name.
  (( \${#words[@]} > 1 )) && [[ "\${words[\${#words[@]}-2]}" == --events ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -o default -F _smart_webhooks smart-webhooks
`,
  zsh: `#compdef smart-webhooks
# smart-webhooks: completion for zsh. In ~/.zshrc, after compinit: source <(smart-webhooks completion zsh)
_smart_webhooks() {
  local -a found
  local word description
  while IFS=$'\\t' read -r word description; do
    found+=("\${word//:/\\\\:}:$description")
  done < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then _describe -V smart-webhooks found; else _files; fi
}
compdef _smart_webhooks smart-webhooks
`,
  fish: `# smart-webhooks: completion for fish. smart-webhooks completion fish > ~/.config/fish/completions/smart-webhooks.fish
function __smart_webhooks_complete
  set -l words (commandline -opc) (commandline -ct)
  set -l found ($words[1] complete -- $words[2..-1] 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c smart-webhooks -f -a '(__smart_webhooks_complete)'
`,
};
