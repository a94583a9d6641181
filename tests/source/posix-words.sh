# Print the programs and arguments that a shell would run for each NUL-terminated command on stdin.
# Nothing is run: PATH leads nowhere, and the shell calls the handler below for unknown programs.
PATH=/nonexistent
exec 3>&1 4<&0 </dev/null 2>/dev/null

argv() {
  local record previous='' word
  # One write per record, because both ends of a pipe print at once.
  printf -v record '%s\037' "$@"
  printf '%s\036' "$record" >&3
  for word in "$@"; do
    # The script of `sh -c` is parsed again.
    if [[ $previous == -c && $word != -c ]]; then eval "argv $word"; fi
    previous=$word
  done
  return 0
}
command_not_found_handle() { argv "$@"; }
command() { argv command "$@"; }
echo() { argv echo "$@"; }
kill() { argv kill "$@"; }

while IFS= read -r -d '' text <&4; do
  eval "$text"
  # A program in the background prints its record whenever it gets to run.
  wait
  printf '\035' >&3
done
