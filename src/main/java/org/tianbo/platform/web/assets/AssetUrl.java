package org.tianbo.platform.web.assets;

import io.quarkus.qute.TemplateExtension;

/** {@code {asset:url('base.css')}} in templates. */
@TemplateExtension(namespace = "asset")
public final class AssetUrl {

    private static final AssetIndex INDEX = AssetIndex.built();

    private AssetUrl() {}

    public static String url(String name) {
        return INDEX.url(name);
    }
}
