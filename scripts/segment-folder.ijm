// Segments all images of a folder into another one. One bad file does not stop the rest: all are tried, and summary.csv
// lists what became of each. If any failed, the command then ends the macro with a message that says how many; what
// stands below it does not run. Mend these files and run the macro again: it goes on with what is missing.
//
// With a window:    Plugins > Macros > Run...; it asks for the folders
// Without a window: scripts/imagej --headless scripts/segment-folder.ijm "ARGUMENT",
//                   or in Fiji fiji --headless -macro segment-folder.ijm "ARGUMENT"
//
// ARGUMENT is a list of key=value:
//   source=DIR        the folder of images
//   destination=DIR   the folder for the results; made where it is missing
//   model=NAME        a bundled model, or one of your folder of models (default: nuclei)
// Paths that contain blanks are written in square brackets: source=[/my images]

options = getArgument();
source = value(options, "source", "");
destination = value(options, "destination", "");
model = value(options, "model", "nuclei");

if (is("Batch Mode") && (source == "" || destination == "")) {
    exit("Nobody can be asked here: give the argument source=DIR destination=DIR.");
}
if (source == "") {
    source = getDirectory("Folder of images");
}
if (destination == "") {
    destination = getDirectory("Folder for results");
}

// recursive=true searches subfolders; overlay=true also writes a picture of each image with its labels. What an earlier run
// did is skipped; skipexisting=true also skips what has results of another model or other settings.
run("Segment Folder...",
    "source=[" + source + "] destination=[" + destination + "] recursive=true"
    + " model=[" + model + "] output=Labels overlay=true tile=0 overlap=-1"
    + " augment=none precision=auto device=auto threads=0");

print("Results: " + destination);

// The value after key= in the argument; otherwise what else it is to be.
function value(options, key, otherwise) {
    at = indexOf(" " + options, " " + key + "=");
    if (at < 0) {
        return otherwise;
    }
    rest = substring(options, at + lengthOf(key) + 1);
    if (startsWith(rest, "[")) {
        return substring(rest, 1, indexOf(rest, "]"));
    }
    end = indexOf(rest, " ");
    if (end < 0) {
        return rest;
    }
    return substring(rest, 0, end);
}
