# Runs PostgreSQL for as long as its owner lives. Arguments: the directory to remove at the end, then
# the command. The owner holds the other end of standard input, so whatever kills it is seen here as
# the end of the file.
#
#   a line while nothing runs    start
#   a line while it runs         stop: fast, connections are cut, data is kept
#   a second line, or the end    stop at once: nothing is kept
#   the end while nothing runs   remove the directory and exit
#
# Answers "started PID" and "stopped STATUS". Only what POSIX's shell has.

trap '' HUP INT TERM PIPE
cd / || exit 1
umask 077
DIRECTORY=$1
shift
exec 3<&0

while read -r LINE <&3; do
  "$@" </dev/null >>"$DIRECTORY/server.log" 2>&1 3<&- &
  SERVER=$!
  echo "started $SERVER"
  # Reads while this shell waits. USR1 ends it as soon as the server is gone, so that it never
  # signals a process id which something else has taken meanwhile.
  (
    read -r LINE && kill -INT "$SERVER" && read -r LINE
    kill -QUIT "$SERVER"
  ) <&3 >/dev/null 2>&1 &
  READER=$!
  wait "$SERVER"
  STATUS=$?
  kill -USR1 "$READER" 2>/dev/null
  wait "$READER" 2>/dev/null
  echo "stopped $STATUS"
done

# The lock file, by which a sweep knows the directory, goes last.
rm -rf "$DIRECTORY/data"
rm -rf "$DIRECTORY"
