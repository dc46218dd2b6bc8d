package org.tianbo.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Records how long each test class took, what stands before its first test included. JUnit finds it as a service. The
 * reports that Maven writes of a suite have none of its classes.
 */
public final class TestTimes implements TestExecutionListener {

    /** Which run of Maven this is; empty outside of one, where nothing is recorded. */
    private final String run = System.getProperty("tianbo.test.run", "");

    private String suite = "";
    private String current = "";
    private long began;
    private int tests;

    @Override
    public void executionStarted(TestIdentifier started) {
        if (isSuite(started)) {
            suite = name(started).substring(name(started).lastIndexOf('.') + 1);
        } else if (isClass(started)) {
            current = name(started);
            began = System.nanoTime();
            tests = 0;
        }
    }

    @Override
    public void executionFinished(TestIdentifier finished, TestExecutionResult result) {
        if (finished.isTest()) {
            tests++;
        } else if (isClass(finished) && !run.isEmpty() && name(finished).equals(current)) {
            record(new SecondsByKind.Row(
                    run, suite, current, tests, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
        }
    }

    private static void record(SecondsByKind.Row row) {
        try {
            Files.createDirectories(SecondsByKind.FOLDER);
            Files.writeString(
                    SecondsByKind.FOLDER.resolve(ProcessHandle.current().pid() + ".csv"),
                    row.line() + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static boolean isSuite(TestIdentifier one) {
        return one.getSource().orElse(null) instanceof ClassSource source
                && source.getClassName().endsWith("Suite");
    }

    /** A class of tests; neither a suite of such, nor one inside another, whose time is in the outer one's. */
    private static boolean isClass(TestIdentifier one) {
        return one.getSource().orElse(null) instanceof ClassSource source
                && !source.getClassName().contains("$")
                && !isSuite(one);
    }

    private static String name(TestIdentifier one) {
        return ((ClassSource) one.getSource().orElseThrow()).getClassName();
    }
}
