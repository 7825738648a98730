// Segments a stack, every slice of every frame by itself, and saves the labels beside it.
//
// With a window:    Plugins > Macros > Run...; it takes the active image
// Without a window: scripts/imagej --headless scripts/segment-stack.ijm "ARGUMENT",
//                   or in Fiji fiji --headless -macro segment-stack.ijm "ARGUMENT"
//
// ARGUMENT is a list of key=value, all of them optional:
//   input=PATH    a stack; without it, the open image
//   output=PATH   the label image to write; without it, it stays open
//   model=NAME    a bundled model, or one of your folder of models (default: nuclei)
// Paths that contain blanks are written in square brackets: input=[/my images/a stack.tif]

options = getArgument();
input = value(options, "input", "");
output = value(options, "output", "");
model = value(options, "model", "nuclei");

if (input != "") {
    open(input);
}
if (nImages == 0) {
    exit("Open a stack first, or run this macro with the argument input=PATH.");
}
source = getTitle();

// The names before = are the inputs of the command. What is left out has its default.
run("Segment Image...",
    "image=[" + source + "] model=[" + model + "] output=Labels tile=0 overlap=-1"
    + " augment=none precision=auto device=auto threads=0");

// The label image is the active one now: 0 is the background, 1 the first class, ...
print("Labels: " + getTitle() + ", " + nSlices + " planes");

if (output != "") {
    saveAs("Tiff", output);
}

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
