package org.jointattention.engine;

import java.util.List;

/** TensorFlow 1.15 as another plugin uses it; by reflection, as its classes bear the names of ours. */
final class OtherTensorFlow {
    private static final String PACKAGE = "org.tensorflow.";

    private final Class<?> graphClass = type("Graph");
    private final Class<?> outputClass = type("Output");
    private final Class<?> tensorClass = type("Tensor");

    OtherTensorFlow() throws ReflectiveOperationException {}

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name);
    }

    String version() throws ReflectiveOperationException {
        return (String) type("TensorFlow").getMethod("version").invoke(null);
    }

    /** The product, computed by a session. */
    float product(float a, float b) throws ReflectiveOperationException {
        Object graph = graphClass.getConstructor().newInstance();
        Object builder = builder(graph, "Mul", "product");
        addInput(builder, constant(graph, "a", a));
        addInput(builder, constant(graph, "b", b));
        builder.getClass().getMethod("build").invoke(builder);
        Object session = type("Session").getConstructor(graphClass).newInstance(graph);
        Object runner = session.getClass().getMethod("runner").invoke(session);
        runner.getClass().getMethod("fetch", String.class).invoke(runner, "product");
        List<?> results = (List<?>) runner.getClass().getMethod("run").invoke(runner);
        return (float) tensorClass.getMethod("floatValue").invoke(results.get(0));
    }

    private Object builder(Object graph, String kind, String name) throws ReflectiveOperationException {
        return graphClass.getMethod("opBuilder", String.class, String.class).invoke(graph, kind, name);
    }

    private void addInput(Object builder, Object output) throws ReflectiveOperationException {
        builder.getClass().getMethod("addInput", outputClass).invoke(builder, output);
    }

    private Object constant(Object graph, String name, float value) throws ReflectiveOperationException {
        Class<?> typeClass = type("DataType");
        Object builder = builder(graph, "Const", name);
        Object tensor = tensorClass.getMethod("create", Object.class).invoke(null, value);
        Object floats = typeClass.getField("FLOAT").get(null);
        builder.getClass().getMethod("setAttr", String.class, typeClass).invoke(builder, "dtype", floats);
        builder.getClass().getMethod("setAttr", String.class, tensorClass).invoke(builder, "value", tensor);
        Object operation = builder.getClass().getMethod("build").invoke(builder);
        return operation.getClass().getMethod("output", int.class).invoke(operation, 0);
    }
}
