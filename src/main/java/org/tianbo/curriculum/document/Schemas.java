package org.tianbo.curriculum.document;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;

/**
 * Checks a file against its JSON Schema, in both languages. The schemas are part of the program: content cannot loosen
 * them.
 */
public final class Schemas {

    private static final String PLACE = "https://tianbo.org/content-schema/";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaIdResolvers(ids -> ids.mapPrefix(PLACE, "classpath:content-schema/")));

    /** @return whether it fits; faults are noted */
    public boolean check(SourceYaml yaml, String name, Faults faults) {
        Schema schema = registry.getSchema(SchemaLocation.of(PLACE + name + ".schema.json"));
        String json = yaml.tree().toString();
        List<Error> english = errors(schema, json, Locale.ENGLISH);
        List<Error> chinese = english.isEmpty() ? List.of() : errors(schema, json, Locale.SIMPLIFIED_CHINESE);
        for (int i = 0; i < english.size(); i++) {
            note(yaml, english.get(i), chinese.get(i), faults);
        }
        return english.isEmpty();
    }

    private static List<Error> errors(Schema schema, String json, Locale locale) {
        return schema.validate(
                json,
                InputFormat.JSON,
                context ->
                        context.executionConfig(config -> config.locale(locale).formatAssertionsEnabled(true)));
    }

    private static void note(SourceYaml yaml, Error english, Error chinese, Faults faults) {
        String pointer = english.getInstanceLocation().toString();
        boolean extra = "additionalProperties".equals(english.getKeyword());
        int line = yaml.line(extra ? pointer + "/" + english.getProperty() : pointer);
        if (extra) {
            String name = english.getProperty();
            faults.add(yaml.file(), line, "不认识“" + name + "”", "\"" + name + "\" is not known here");
        } else if ("required".equals(english.getKeyword())) {
            String name = english.getProperty();
            faults.add(
                    yaml.file(),
                    line,
                    at(pointer) + "缺少“" + name + "”" + language(name, "（中文）", "（英文）"),
                    at(pointer) + "\"" + name + "\" is missing" + language(name, " (Chinese)", " (English)"));
        } else {
            faults.add(yaml.file(), line, at(pointer) + chinese.getMessage(), at(pointer) + english.getMessage());
        }
    }

    private static String language(String property, String zh, String en) {
        return "zh".equals(property) ? zh : "en".equals(property) ? en : "";
    }

    private static String at(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1) + ": ";
    }
}
