# shellcheck shell=bash disable=SC2034
# What the scripts of this folder share. The one that reads it has set PROGRAM, its name, and ROOT, the project's folder.

readonly MIN_JAVA=11

fail() {
    printf '%s: error: %s\n' "$PROGRAM" "$*" >&2
    exit 1
}

usage_error() {
    printf "%s: error: %s\nTry '%s --help'.\n" "$PROGRAM" "$*" "$PROGRAM" >&2
    exit 2
}

find_java() {
    if [ -n "${JAVA_HOME:-}" ]; then
        [ -x "$JAVA_HOME/bin/java" ] || fail "JAVA_HOME is $JAVA_HOME, but there is no bin/java in it."
        JAVA=$JAVA_HOME/bin/java
    else
        JAVA=$(command -v java) || fail "no Java found. Install a JDK ($MIN_JAVA or later) or set JAVA_HOME to one."
    fi
    local version
    version=$("$JAVA" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
    JAVA_MAJOR=${version#1.}
    JAVA_MAJOR=${JAVA_MAJOR%%[!0-9]*}
    [ -n "$JAVA_MAJOR" ] || fail "cannot tell the version of $JAVA. Set JAVA_HOME to a JDK $MIN_JAVA or later."
    [ "$JAVA_MAJOR" -ge "$MIN_JAVA" ] || fail "$JAVA is version $version, but $MIN_JAVA or later is needed. Set JAVA_HOME."
}

# --- building ---------------------------------------------------------------------------------------------------

# set_build cpu|gpu: what is built with the GPU's natives lies in a folder of its own. JOINT_ATTENTION_BUILD names a
# folder with a jar, its name and a class path that are taken as they are.
set_build() {
    MAVEN_ARGS=${JOINT_ATTENTION_MAVEN_ARGS:-}
    BUILD=$ROOT/target/launcher
    if [ "$1" = gpu ]; then
        MAVEN_ARGS="-Pgpu $MAVEN_ARGS"
        BUILD=$BUILD-gpu
    fi
    BUILD=${JOINT_ATTENTION_BUILD:-$BUILD}
    JAR=$BUILD/Joint_Attention.jar
    NAME=$BUILD/name
    CLASSPATH=$BUILD/classpath
    STAMP=$BUILD/built
    LOG=$BUILD/maven.out
}

# first_newer FILE PATH...: one of what is newer than the file. All are read: head must not end find by a signal.
first_newer() {
    local file=$1
    shift
    { find "$@" -newer "$file" -print 2>/dev/null || true; } | sed -n 1p
}

# True unless what was built is there, complete, newer than all sources and made with the same Maven options.
is_outdated() {
    local entry changed
    [ -f "$STAMP" ] && [ -f "$JAR" ] && [ -f "$NAME" ] && [ -f "$CLASSPATH" ] || return 0
    [ "$(cat "$STAMP")" = "$MAVEN_ARGS" ] || return 0
    changed=$(first_newer "$STAMP" "$ROOT/src/main" "$ROOT/pom.xml" "$ROOT/plugins.config")
    [ -z "$changed" ] || return 0
    while IFS= read -r -d : entry; do
        [ -f "$entry" ] || return 0
    done < <(printf '%s:' "$(cat "$CLASSPATH")")
    return 1
}

run_maven() {
    # Word splitting of the user's Maven options is meant.
    # shellcheck disable=SC2086
    (cd "$ROOT" && mvn -q -B -ntp -Dmaven.test.skip=true -Dmaven.source.skip=true -Denforcer.skip=true \
        -Djacoco.skip=true -Dassembly.skipAssembly=true $MAVEN_ARGS package dependency:build-classpath \
        -DincludeScope=runtime -Dmdep.outputFile="$BUILD/classpath.new") >"$LOG" 2>&1 </dev/null
}

main_jar() {
    local jar newest=
    for jar in "$ROOT"/target/Joint_Attention-*.jar; do
        case $jar in
            *-sources.jar | *-tests.jar | *-javadoc.jar) continue ;;
        esac
        if [ -z "$newest" ] || [ "$jar" -nt "$newest" ]; then newest=$jar; fi
    done
    printf '%s' "$newest"
}

# The new jar is moved into place, so that a program that still runs keeps the old one.
build() {
    local first='' built
    [ -f "$STAMP" ] || first=' (first time: a few minutes, downloads TensorFlow)'
    command -v mvn >/dev/null || fail "it must be built first, and mvn is missing. Install Maven 3.6.3 or later."
    echo "$PROGRAM: building$first..." >&2
    printf '%s' "$MAVEN_ARGS" >"$STAMP.new" # dated before the build: what changes meanwhile is built next time
    if ! run_maven; then
        cat "$LOG" >&2
        fail "the build failed, see above; the log is $LOG."
    fi
    built=$(main_jar)
    [ -f "$built" ] || fail "the build made no jar in $ROOT/target; the log is $LOG."
    cp "$built" "$JAR.new"
    mv -f "$JAR.new" "$JAR"
    basename "$built" >"$NAME"
    mv -f "$CLASSPATH.new" "$CLASSPATH"
    mv -f "$STAMP.new" "$STAMP"
}

build_if_outdated() {
    [ -z "${JOINT_ATTENTION_BUILD:-}" ] || return 0
    is_outdated || return 0
    mkdir -p "$BUILD" 2>/dev/null || fail "it must be built, but $BUILD cannot be made: is the folder writable?"
    if ! command -v flock >/dev/null; then
        build
        return
    fi
    # One build at a time; who waited finds it done. The lock is not in target/, which "mvn clean" removes.
    (
        flock 9
        if is_outdated; then build; fi
    ) 9>"${TMPDIR:-/tmp}/joint-attention-$(id -u)-$(printf '%s' "$ROOT" | cksum | cut -d ' ' -f 1).lock"
}

# test_classpath FOLDER: compiles the tests, too, and sets TEST_CLASSPATH; the folder is for temporary files.
test_classpath() {
    # Word splitting of the user's Maven options is meant.
    # shellcheck disable=SC2086
    (cd "$ROOT" && mvn -q -B -ntp ${JOINT_ATTENTION_MAVEN_ARGS:-} test-compile dependency:build-classpath \
        -DincludeScope=test -Dmdep.outputFile="$1/classpath") >"$1/maven.out" 2>&1 </dev/null ||
        { cat "$1/maven.out" >&2; fail "the build failed, see above."; }
    TEST_CLASSPATH=$ROOT/target/test-classes:$ROOT/target/classes:$(cat "$1/classpath")
}

# --- settings ---------------------------------------------------------------------------------------------------

memory_mb() {
    local limit kb=''
    if [ -r /proc/meminfo ]; then
        kb=$(sed -n 's/^MemTotal: *\([0-9]*\) kB$/\1/p' /proc/meminfo)
    elif command -v sysctl >/dev/null; then
        kb=$(($(sysctl -n hw.memsize 2>/dev/null || echo 0) / 1024))
    fi
    # In a container the limit of its group counts.
    if [ -r /sys/fs/cgroup/memory.max ]; then
        limit=$(cat /sys/fs/cgroup/memory.max)
        if [ "$limit" != max ] && [ $((limit / 1024)) -lt "${kb:-0}" ]; then kb=$((limit / 1024)); fi
    fi
    echo $((${kb:-0} / 1024))
}

default_heap() {
    local half=$(($(memory_mb) / 2))
    if [ "$half" -le 0 ]; then
        echo 2g
    elif [ "$half" -gt 8192 ]; then
        echo 8g
    else
        echo "${half}m"
    fi
}

check_heap() {
    case $1 in
        '' | *[!0-9kKmMgGtT]* | *[kKmMgGtT]?* | [kKmMgGtT]*) usage_error "'$1' is no heap size: give e.g. 6g or 800m." ;;
    esac
}

set_log_level() {
    case $1 in
        info | 0) TF_CPP_MIN_LOG_LEVEL=0 ;;
        warning | 1) TF_CPP_MIN_LOG_LEVEL=1 ;;
        error | 2) TF_CPP_MIN_LOG_LEVEL=2 ;;
        fatal | 3) TF_CPP_MIN_LOG_LEVEL=3 ;;
        *) usage_error "'$1' is no log level: give info, warning, error or fatal." ;;
    esac
}

needs_value() {
    [ "$1" -ge 2 ] || usage_error "$2 needs a value."
}

# What TensorFlow is told, unless the user told it.
export TF_CPP_MIN_LOG_LEVEL=${TF_CPP_MIN_LOG_LEVEL:-2}
export TF_ENABLE_ONEDNN_OPTS=${TF_ENABLE_ONEDNN_OPTS:-1}

# Options of every Java program of ours; HEAP is the user's choice or empty.
set_java_options() {
    HEAP=${HEAP:-$(default_heap)}
    check_heap "$HEAP"
    # The parallel collector costs the fewest of the threads that TensorFlow computes with.
    JAVA_OPTS=("-Xmx$HEAP" -XX:+UseParallelGC -Xshare:auto "-Djointattention.home=$ROOT")
    if [ "$JAVA_MAJOR" -ge 17 ]; then JAVA_OPTS+=(--enable-native-access=ALL-UNNAMED); fi
}

# --- running ----------------------------------------------------------------------------------------------------

# Lines that TensorFlow prints on every run, before its log level counts, and that tell nothing.
readonly NOISE='^WARNING: All log messages before absl::InitializeLog\(\) is called|'\
'^I0000 [^]]* (mlir_graph_optimization_pass|auto_mixed_precision)\.cc:|'\
'^E0000 [^]]*\] Unable to register cu[A-Za-z]* factory'

# Signals reach a Windows program otherwise than through this shell, so it is run as it is there.
can_filter() {
    local tool
    case ${OSTYPE:-} in
        msys* | cygwin* | win*) return 1 ;;
    esac
    for tool in grep mkfifo mktemp rm; do
        command -v "$tool" >/dev/null || return 1
    done
}

# Java and the filter of its messages run in the background: only then is a signal to this shell passed on at once.
# A shell's background programs do not see Ctrl-C, so Java gets it as TERM, on which it ends in the same way. The filter
# sees no signal: it ends with Java's last line, and this shell after it.
run_filtered() {
    local folder java filter result status=0 signalled=
    folder=$(mktemp -d "${TMPDIR:-/tmp}/$PROGRAM.XXXXXX") || exec "$@"
    mkfifo "$folder/messages" || { rm -rf "$folder"; exec "$@"; }
    { true <&0; } 2>/dev/null || exec </dev/null # where standard input is closed
    trap '' INT TERM HUP
    LC_ALL=C grep --line-buffered -a -v -E "$NOISE" <"$folder/messages" >&2 &
    filter=$!
    trap 'signalled=130' INT
    trap 'signalled=143' TERM
    trap 'signalled=129' HUP
    "$@" 2>"$folder/messages" <&0 &
    java=$!
    trap 'signalled=130; kill -TERM $java 2>/dev/null || true' INT
    trap 'signalled=143; kill -TERM $java 2>/dev/null || true' TERM
    trap 'signalled=129; kill -HUP $java 2>/dev/null || true' HUP
    [ -z "$signalled" ] || kill -TERM "$java" 2>/dev/null || true
    wait_for "$java"
    [ "$status" -ne 143 ] || status=${signalled:-143}
    result=$status
    wait_for "$filter"
    rm -rf "$folder"
    exit "$result"
}

# Runs a Java program, without TensorFlow's noise where that can be left out.
run_java() {
    if [ "$TF_CPP_MIN_LOG_LEVEL" = 0 ] || ! can_filter; then exec "$@"; fi
    run_filtered "$@"
}

# Waits however often a signal interrupts, and leaves the program's exit status in status.
wait_for() {
    local again=0
    status=0
    wait "$1" || status=$?
    while kill -0 "$1" 2>/dev/null; do
        status=0
        wait "$1" || status=$?
    done
    # Where a signal came just before the program's end, the shell still knows the program's own status.
    if [ "$status" -gt 128 ]; then
        wait "$1" 2>/dev/null || again=$?
        [ "$again" -eq 127 ] || status=$again
    fi
}
