package org.jointattention.tensorflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;

/** What running a part of a graph costs, from the shapes of its operations alone. */
final class GraphCost {
    /** Resident bytes of the library itself, before any tensor. */
    private static final long LIBRARY_BYTES = 300L << 20;

    /** Operations that give out their input's memory instead of new memory. */
    private static final Set<String> ALIASES = Set.of("Identity", "Reshape", "Relu", "BiasAdd", "Sigmoid");

    /** What the caller or the session holds through the whole run. */
    private static final Set<String> HELD = Set.of("Const", "Placeholder", "VariableV2");

    private final List<GraphOperation> operations = new ArrayList<>();

    /** @param fetches what is to be computed */
    GraphCost(Graph graph, Set<Operand<?>> fetches) {
        Set<GraphOperation> needed = graph.subgraphTo(fetches);
        Iterator<GraphOperation> all = graph.operations();
        while (all.hasNext()) {
            GraphOperation operation = all.next();
            if (needed.contains(operation) || isFetched(operation, fetches)) {
                operations.add(operation);
            }
        }
    }

    private static boolean isFetched(GraphOperation operation, Set<Operand<?>> fetches) {
        for (Operand<?> fetch : fetches) {
            if (fetch.asOutput().op().equals(operation)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Peak bytes: operations run in the order in which they were added, each output lives from its
     * operation to its last consumer, and what is fed or a weight through the whole run. A margin of three quarters covers workspaces, other orders and
     * fragmentation: a process was seen to reach 1.6 times the plain sum.
     */
    long peakBytes() {
        Map<String, Integer> lastUse = new HashMap<>();
        for (int i = 0; i < operations.size(); i++) {
            for (Operand<?> input : operations.get(i).inputs()) {
                lastUse.put(input.asOutput().op().name(), i);
            }
        }
        Map<Integer, Long> freed = new HashMap<>();
        long live = heldBytes();
        long peak = live;
        for (int i = 0; i < operations.size(); i++) {
            GraphOperation operation = operations.get(i);
            long bytes = ownBytes(operation);
            live += bytes;
            peak = Math.max(peak, live);
            freed.merge(lastUseThroughAliases(operation, lastUse, i), bytes, Long::sum);
            live -= freed.getOrDefault(i, 0L);
        }
        return LIBRARY_BYTES + peak + peak / 4 * 3;
    }

    /** Values of the largest tensor. */
    long largestTensor() {
        long largest = 0;
        for (GraphOperation operation : operations) {
            for (int i = 0; i < operation.numOutputs(); i++) {
                largest = Math.max(largest, size(operation.output(i)));
            }
        }
        return largest;
    }

    private long heldBytes() {
        return operations.stream()
                .filter(operation -> HELD.contains(operation.type()))
                .mapToLong(GraphCost::outputBytes)
                .sum();
    }

    /** What an operation takes while its output is of use. */
    private static long ownBytes(GraphOperation operation) {
        boolean free = ALIASES.contains(operation.type()) || HELD.contains(operation.type());
        return free ? 0 : outputBytes(operation);
    }

    /** Aliases prolong the life of what they alias. */
    private int lastUseThroughAliases(GraphOperation operation, Map<String, Integer> lastUse, int self) {
        int last = lastUse.getOrDefault(operation.name(), self);
        for (GraphOperation consumer : operation.consumers()) {
            if (ALIASES.contains(consumer.type())) {
                last = Math.max(last, lastUseThroughAliases(consumer, lastUse, last));
            }
        }
        return last;
    }

    /** Multiply-adds of convolutions and matrix products, times two. */
    long flops() {
        long flops = 0;
        for (GraphOperation operation : operations) {
            flops += flops(operation);
        }
        return flops;
    }

    private static long flops(GraphOperation operation) {
        switch (operation.type()) {
            case "Conv2D":
                return 2 * size(operation.output(0)) * kernelTaps(operation.input(1), 3);
            case "Conv2DBackpropInput":
                return 2 * size(operation.input(2)) * kernelTaps(operation.input(1), 3);
            case "Conv2DBackpropFilter":
                return 2 * size(operation.input(2)) * kernelTaps(operation.output(0), 3);
            case "MatMul":
                return 2 * size(operation.output(0)) * last(operation.input(0));
            case "BatchMatMulV3":
                return 2 * size(operation.output(0)) * last(operation.input(0));
            default:
                return 0;
        }
    }

    /** Values of a kernel but for one axis. */
    private static long kernelTaps(Output<?> kernel, int without) {
        Shape shape = kernel.shape();
        return shape.hasUnknownDimension() ? 0 : shape.size() / Math.max(1, shape.get(without));
    }

    private static long last(Output<?> matrix) {
        Shape shape = matrix.shape();
        return shape.hasUnknownDimension() ? 0 : shape.get(shape.numDimensions() - 1);
    }

    private static long outputBytes(GraphOperation operation) {
        long bytes = 0;
        for (int i = 0; i < operation.numOutputs(); i++) {
            Output<?> output = operation.output(i);
            bytes += size(output) * (output.dataType() == DataType.DT_UINT8 ? 1 : 4);
        }
        return bytes;
    }

    private static long size(Output<?> output) {
        Shape shape = output.shape();
        return shape.isUnknown() || shape.hasUnknownDimension() ? 0 : shape.size();
    }
}
