package org.jointattention.image.zarr;

/** The versions of OME-Zarr and of the Zarr below it. */
public enum ZarrFormat {
    /** OME-Zarr 0.4: Zarr 2, a file a chunk. */
    V2("0.4", ".zattrs"),
    /** OME-Zarr 0.5: Zarr 3, which can put many chunks into one file. */
    V3("0.5", "zarr.json");

    private final String omeVersion;
    private final String attributesFile;

    ZarrFormat(String omeVersion, String attributesFile) {
        this.omeVersion = omeVersion;
        this.attributesFile = attributesFile;
    }

    /** The version of OME-Zarr. */
    public String omeVersion() {
        return omeVersion;
    }

    String attributesFile() {
        return attributesFile;
    }
}
