"""Writes images of OME-Zarr and Zarr arrays of all kinds that the plugin reads, and checks those that it wrote.

    check_zarr.py write FOLDER    arrays and images of zarr-python and ome-zarr-py to FOLDER/python
    check_zarr.py read FOLDER     compares what crosscheck/ZarrExport wrote to FOLDER/java
    check_zarr.py fixtures FOLDER the small files that the tests of Java read

Beside each array NAME lies NAME.bin with its values, little endian, the last axis fastest.
"""
import json
import logging
import pathlib
import sys

import numcodecs
import numpy as np
import zarr
from zarr.codecs import BloscCodec, BytesCodec, Crc32cCodec, GzipCodec, ShardingCodec, TransposeCodec, ZstdCodec

SHAPE = (2, 3, 7, 10)
CHUNK = (1, 2, 4, 4)
SHARD = (2, 2, 8, 4)
INTEGERS = ["uint8", "int8", "uint16", "int16", "uint32", "int32", "uint64", "int64"]
FLOATS = ["float32", "float64"]


def values(dtype):
    """Random values over the whole range of a type; NaN, infinities and a negative zero among those of floats."""
    random = np.random.default_rng(7)
    kind = np.dtype(dtype)
    if kind.kind == "f":
        array = random.normal(size=SHAPE).astype(kind.newbyteorder("="))
        array.flat[:4] = [np.nan, np.inf, -np.inf, -0.0]
        return array
    info = np.iinfo(kind)
    return random.integers(info.min, info.max, size=SHAPE, dtype=kind.newbyteorder("="), endpoint=True)


def cases():
    """Name, type and arguments of zarr.create_array."""
    for dtype in INTEGERS + FLOATS:
        yield f"v2-{dtype}", dtype, dict(zarr_format=2, compressors=numcodecs.Zstd(3))
        yield f"v2-{dtype}-big", np.dtype(dtype).newbyteorder(">").str, dict(zarr_format=2, compressors=None, order="F")
        yield f"v3-{dtype}", dtype, dict(compressors=[ZstdCodec(level=3)])
        yield f"v3-{dtype}-big", dtype, dict(serializer=BytesCodec(endian="big"), compressors=None)
        yield f"v3-{dtype}-sharded", dtype, dict(shards=SHARD, compressors=[ZstdCodec(level=1, checksum=True)])
    for name, codec in {
        "none": None,
        "zlib": numcodecs.Zlib(5),
        "gzip": numcodecs.GZip(1),
        "zstd": numcodecs.Zstd(9),
        **{
            f"blosc-{c}-{s}": numcodecs.Blosc(cname=c, clevel=5, shuffle=s)
            for c in ["lz4", "lz4hc", "blosclz", "zstd", "zlib"]
            for s in [0, 1, 2, -1]
        },
    }.items():
        for order in "CF":
            yield f"v2-{name}-{order}", "uint16", dict(
                zarr_format=2, compressors=codec, order=order, chunk_key_encoding={"name": "v2", "separator": "/"}
            )
    for name, codecs in {
        "gzip": [GzipCodec(level=6)],
        "zstd": [ZstdCodec(level=0, checksum=True)],
        "crc32c": [Crc32cCodec()],
        "zstd-crc32c": [ZstdCodec(level=3), Crc32cCodec()],
        "gzip-zstd": [GzipCodec(level=1), ZstdCodec(level=3)],
        **{
            f"blosc-{c}-{s}": [BloscCodec(typesize=2, cname=c, clevel=5, shuffle=s)]
            for c in ["lz4", "lz4hc", "blosclz", "zstd", "zlib"]
            for s in ["noshuffle", "shuffle", "bitshuffle"]
        },
    }.items():
        yield f"v3-{name}", "uint16", dict(compressors=codecs)
        yield f"v3-{name}-sharded", "uint16", dict(compressors=codecs, shards=SHARD)
    for order in [(3, 2, 1, 0), (1, 2, 0, 3), (3, 0, 2, 1)]:
        name = "".join(map(str, order))
        yield f"v3-transpose-{name}", "int16", dict(filters=[TransposeCodec(order=order)])
        yield f"v3-transpose-{name}-sharded", "int16", dict(filters=[TransposeCodec(order=order)], shards=SHARD)
    for encoding in [("default", "."), ("v2", "."), ("v2", "/")]:
        keys = {"name": encoding[0], "separator": encoding[1]}
        yield f"v3-keys-{encoding[0]}-{'dot' if encoding[1] == '.' else 'slash'}", "uint8", dict(chunk_key_encoding=keys)
    sharding = dict(chunk_shape=CHUNK, codecs=[BytesCodec(endian="big"), GzipCodec()], index_location="start")
    yield "v3-index-at-start", "float32", dict(serializer=ShardingCodec(**sharding), chunks=SHARD, compressors=None)
    yield "v3-index-unchecked", "float32", dict(
        serializer=ShardingCodec(**sharding, index_codecs=[BytesCodec()]), chunks=SHARD, compressors=None
    )
    yield "v3-sharded-compressed", "uint16", dict(
        serializer=ShardingCodec(chunk_shape=CHUNK), chunks=SHARD, compressors=[GzipCodec()]
    )
    nested = ShardingCodec(chunk_shape=(1, 2, 4, 4), codecs=[ShardingCodec(chunk_shape=(1, 1, 2, 4)), Crc32cCodec()])
    yield "v3-sharded-twice", "uint16", dict(serializer=nested, chunks=SHARD, compressors=None)
    yield "v3-sharded-transposed", "uint16", dict(
        filters=[TransposeCodec(order=(1, 0, 3, 2))],
        serializer=ShardingCodec(chunk_shape=(1, 1, 4, 4)),
        chunks=SHARD,
        compressors=None,
    )


def fill_cases():
    """Arrays with chunks that are absent, and what they are filled with."""
    for zarr_format in [2, 3]:
        for dtype, fill in [
            ("uint8", 7),
            ("int16", -3),
            ("uint64", 2**64 - 1),
            ("float32", "nan"),
            ("float32", "-inf"),
            ("float64", 0.1),
            ("float64", "inf"),
        ]:
            yield f"v{zarr_format}-fill-{dtype}-{fill}", dtype, np.dtype(dtype).type(fill), dict(zarr_format=zarr_format)
    yield "v3-fill-sharded", "int32", np.int32(5), dict(shards=SHARD)


def save(folder, name, array):
    (folder / f"{name}.bin").write_bytes(np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<")).tobytes())


def write_arrays(folder):
    for name, dtype, arguments in cases():
        data = values(dtype)
        arguments = {"chunks": CHUNK, **arguments}
        zarr.create_array(store=folder / name, shape=SHAPE, dtype=dtype, **arguments)[...] = data
        save(folder, name, data)
    for name, dtype, fill, arguments in fill_cases():
        data = values(dtype)
        array = zarr.create_array(
            store=folder / name, shape=SHAPE, dtype=dtype, chunks=CHUNK, fill_value=fill, **arguments
        )
        array[0, :, :4] = data[0, :, :4]
        data[...] = array[...]
        save(folder, name, data)
    # A NaN with a payload, which only the hexadecimal form can say.
    odd = folder / "v3-fill-hex"
    data = zarr.create_array(store=odd, shape=SHAPE, dtype="float32", chunks=CHUNK)[...]
    metadata = json.loads((odd / "zarr.json").read_text())
    metadata["fill_value"] = "0x7fc00001"
    (odd / "zarr.json").write_text(json.dumps(metadata))
    data.view("uint32")[...] = 0x7FC00001
    save(folder, odd.name, data)


def write_image(path, version, data, axes, factors):
    from ome_zarr import writer
    from ome_zarr.format import FormatV04, FormatV05

    units = {"t": "second", "z": "micrometer", "y": "micrometer", "x": "micrometer"}
    scale = {"z": 2, "y": 0.5, "x": 0.25}
    group = zarr.open_group(path, mode="w", zarr_format=2 if version == "0.4" else 3)
    writer.write_image(
        data,
        group,
        axes=list(axes),
        fmt=FormatV04() if version == "0.4" else FormatV05(),
        scale_factors=factors,
        scale={axis: scale[axis] for axis in axes if axis in scale},
        axes_units={axis: units[axis] for axis in axes if axis in units},
    )
    window = {"min": 0, "max": 4095, "start": 0, "end": 4095}
    omero = {"channels": [{"label": f"Stain {c}", "color": "00FF0A", "window": window} for c in range(2)]}
    group.attrs.update({"omero": omero} if version == "0.4" else {"ome": {**group.attrs["ome"], "omero": omero}})


def write_images(folder):
    for version in ["0.4", "0.5"]:
        data = np.random.default_rng(3).integers(0, 4096, size=(2, 2, 3, 600, 523)).astype("uint16")
        write_image(folder / f"image-{version}", version, data, "tczyx", [2, 4])
        save(folder, f"image-{version}", data)


def write(folder):
    folder.mkdir(parents=True)
    write_arrays(folder)
    write_images(folder)


def fixtures(folder):
    """The value at place i, the last axis fastest, is 37 i modulo 251."""
    data = (np.arange(np.prod(SHAPE)) * 37 % 251).reshape(SHAPE)
    for name, dtype, arguments in [
        ("v2-blosc-big-fortran", ">u2", dict(zarr_format=2, order="F", compressors=numcodecs.Blosc("zstd", 5, 2))),
        ("v2-zlib-nan", "<f4", dict(zarr_format=2, compressors=numcodecs.Zlib(5), fill_value=np.nan)),
        ("v3-sharded", "uint16", dict(shards=(2, 3, 8, 12), compressors=[ZstdCodec(level=3), Crc32cCodec()])),
        (
            "v3-transposed-big",
            "int32",
            dict(
                filters=[TransposeCodec(order=(3, 0, 2, 1))],
                serializer=BytesCodec(endian="big"),
                compressors=[GzipCodec(level=5)],
                chunk_key_encoding={"name": "v2", "separator": "."},
            ),
        ),
        ("v3-blosc", "int8", dict(compressors=[BloscCodec(typesize=1, cname="lz4", shuffle="bitshuffle")])),
    ]:
        array = zarr.create_array(store=folder / name, shape=SHAPE, dtype=dtype, chunks=(2, 3, 4, 6), **arguments)
        array[:, :, :4] = data[:, :, :4]  # the other chunks are absent
    image = (np.arange(2 * 3 * 20 * 30) * 37 % 251).reshape(2, 3, 20, 30)
    write_image(folder / "image-0.4", "0.4", image.astype("uint8"), "czyx", [2])
    write_image(folder / "image-0.5", "0.5", image[:, 0].astype("uint16"), "cyx", [2])


def labels_expected(shape):
    """What ZarrExport writes: t + 2 z + (x // 16) + 3 (y // 16), modulo 5."""
    position = np.indices(shape)
    return (position[0] + 2 * position[1] + position[3] // 16 + 3 * (position[2] // 16)) % 5


def check_labels(root, path):
    """Through ome-zarr-py, as napari does, and then value by value."""
    from ome_zarr.io import parse_url
    from ome_zarr.reader import Reader

    name = path.split("/")[-1]
    node = next(node for node in Reader(parse_url(root / path))() if node.zarr.basename() == name)
    data = node.data
    expected = labels_expected(data[0].shape)
    for level, array in enumerate(data):
        step = 2**level
        assert np.array_equal(np.asarray(array), expected[:, :, ::step, ::step]), f"{path}: level {level} differs"
    assert max(data[-1].shape[-2:]) <= 256 < max(data[-2].shape[-2:]), f"{path}: levels {[d.shape for d in data]}"
    transforms = node.metadata["coordinateTransformations"]
    for level, transform in enumerate(transforms):
        assert transform[0]["scale"] == [1, 2, 0.5 * 2**level, 0.25 * 2**level], f"{path}: {transform}"
    assert [axis["name"] for axis in node.metadata["axes"]] == list("tzyx"), path


def check_models(folder):
    from ome_zarr_models import open_ome_zarr

    for path in sorted(folder.glob("image-*")) + sorted(folder.glob("image-*/labels/*")) + sorted(folder.glob("labels-*")):
        if (path / ".zgroup").exists() or (path / "zarr.json").exists():
            print(f"{path.relative_to(folder)}: {type(open_ome_zarr(zarr.open_group(path, mode='r'))).__name__}")


def read_images(folder):
    from ome_zarr.io import parse_url
    from ome_zarr.reader import Reader

    for version in ["0.4", "0.5"]:
        nodes = list(Reader(parse_url(folder / f"image-{version}"))())
        found = [node.zarr.basename() for node in nodes]
        assert {"first", "second"} <= set(found), f"ome-zarr-py finds no labels in image-{version}: {found}"
        for name in ["first", "second"]:
            check_labels(folder, f"image-{version}/labels/{name}")
        check_labels(folder, f"labels-{version}")
    check_models(folder)


def read(folder):
    count = 0
    for expected in sorted((folder.parent / "python").glob("v*.bin")):
        array = zarr.open_array(folder / expected.stem, mode="r")[...]
        data = np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<")).tobytes()
        assert data == expected.read_bytes(), f"{expected.stem} differs"
        count += 1
    read_images(folder)
    print(f"{count} arrays are equal to the bit in zarr-python {zarr.__version__}, labels in ome-zarr-py.")


if __name__ == "__main__":
    logging.disable(logging.WARNING)  # ome-zarr-py tries one version after the other, and says so
    target = pathlib.Path(sys.argv[2])
    {
        "write": lambda: write(target / "python"),
        "read": lambda: read(target / "java"),
        "fixtures": lambda: fixtures(target),
    }[sys.argv[1]]()
