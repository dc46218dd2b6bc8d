package org.tianbo;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import org.tianbo.platform.embedded.Demo;

/** The way in. Production starts as configured; the demo first starts what production would find around it. */
@QuarkusMain
public class Tianbo {

    public static void main(String[] arguments) throws IOException {
        if (Demo.asked() && !Demo.prepare()) {
            System.exit(1);
        }
        Quarkus.run(arguments);
    }
}
