package org.jointattention.tensorflow;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.jointattention.engine.Device;
import org.jointattention.engine.DeviceChoice;
import org.jointattention.engine.EngineException;
import org.tensorflow.Session;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;

/** The devices that a session really has. */
final class Devices {
    /** A device as TensorFlow lists it. */
    static final class Listed {
        private final String name;
        private final String type;
        private final long memoryBytes;

        Listed(String name, String type, long memoryBytes) {
            this.name = name;
            this.type = type;
            this.memoryBytes = memoryBytes;
        }

        String name() {
            return name;
        }

        /** Such as {@code GPU:0}. */
        String shortName() {
            return name.replaceFirst(".*device:", "");
        }

        boolean isCpu() {
            return type.equals("CPU");
        }

        boolean isGpu() {
            return type.equals("GPU");
        }

        String type() {
            return type;
        }

        long memoryBytes() {
            return memoryBytes;
        }
    }

    private Devices() {}

    /**
     * The device that the session computes on.
     *
     * @throws EngineException if a GPU is wanted and there is none; the caller closes the session
     */
    static Device inUse(Session session, DeviceChoice choice) {
        List<Listed> listed = list(session);
        for (Listed device : listed) {
            if (device.isGpu()) {
                String wish = choice == DeviceChoice.GPU ? "a GPU was asked for" : "a GPU was found";
                return new Device(device.shortName(), wish);
            }
        }
        if (choice == DeviceChoice.GPU) {
            throw new EngineException("A GPU was asked for, but there is none to use: "
                    + GpuAbsence.here().reason());
        }
        return new Device(
                "CPU",
                choice == DeviceChoice.CPU
                        ? "the CPU was asked for"
                        : "no GPU: " + GpuAbsence.here().reason());
    }

    static List<Listed> list(Session session) {
        List<Listed> devices = new ArrayList<>();
        try (TF_Status status = TF_Status.newStatus()) {
            TF_DeviceList list = tensorflow.TF_SessionListDevices(handle(session), status);
            status.throwExceptionIfNotOK();
            try {
                for (int i = 0; i < tensorflow.TF_DeviceListCount(list); i++) {
                    devices.add(listed(list, i, status));
                }
            } finally {
                tensorflow.TF_DeleteDeviceList(list);
            }
        }
        return devices;
    }

    private static Listed listed(TF_DeviceList list, int index, TF_Status status) {
        BytePointer name = tensorflow.TF_DeviceListName(list, index, status);
        status.throwExceptionIfNotOK();
        BytePointer type = tensorflow.TF_DeviceListType(list, index, status);
        status.throwExceptionIfNotOK();
        long memory = tensorflow.TF_DeviceListMemoryBytes(list, index, status);
        status.throwExceptionIfNotOK();
        return new Listed(name.getString(), type.getString(), memory);
    }

    /** TensorFlow Java has no public list of devices, so the session's native handle is asked. */
    private static TF_Session handle(Session session) {
        try {
            Field field = Session.class.getDeclaredField("nativeHandle");
            field.setAccessible(true);
            return (TF_Session) field.get(session);
        } catch (ReflectiveOperationException e) {
            throw new EngineException("Cannot list TensorFlow's devices: unexpected TensorFlow version.", e);
        }
    }
}
