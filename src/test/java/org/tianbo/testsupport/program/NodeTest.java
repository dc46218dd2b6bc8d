package org.tianbo.testsupport.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tianbo.practice.Eventually;

class NodeTest {

    @Test
    void aRunThatIsCancelledIsOver(@TempDir Path folder) throws Exception {
        Path begun = folder.resolve("begun");
        Future<Node.Run> endless = Node.begin(List.of(
                "-e",
                "const fs = require('fs'); fs.writeFileSync('" + begun + ".half', String(process.pid));"
                        + " fs.renameSync('" + begun + ".half', '" + begun + "'); setInterval(() => {}, 1000);"));
        Eventually.value(() -> Files.exists(begun), there -> there);
        long process = Long.parseLong(Files.readString(begun));

        endless.cancel(true);

        Eventually.value(
                () -> ProcessHandle.of(process).map(ProcessHandle::isAlive).orElse(false), alive -> !alive);
    }
}
