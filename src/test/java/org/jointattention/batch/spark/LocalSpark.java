package org.jointattention.batch.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.rules.ExternalResource;

/** Real Spark in this JVM, with two cores; a task is tried three times. */
final class LocalSpark extends ExternalResource {
    private JavaSparkContext context;

    @Override
    protected void before() {
        context = new JavaSparkContext(SparkConnection.withLimits(new SparkConf()
                .setMaster("local[2,3]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.hadoop.fs.test.impl", RemoteFileSystem.class.getName())));
    }

    JavaSparkContext context() {
        return context;
    }

    @Override
    protected void after() {
        context.close();
    }
}
