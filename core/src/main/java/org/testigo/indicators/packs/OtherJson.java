package org.testigo.indicators.packs;

import com.google.auto.service.AutoService;
import org.testigo.model.Text;

/// Says of JSON that no format knows whether it is damaged or simply something else.
@AutoService(PackFormat.class)
public final class OtherJson implements PackFormat {

  @Override
  public String name() {
    return "other JSON";
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public boolean recognises(PackFile file) {
    return JsonPack.looksLikeJson(file);
  }

  @Override
  public void read(PackFile file, PackSink sink) {
    JsonPack.read(file, _ -> {});
    throw new PackRefusedException(Text.of(PackFormat.class, "json-other"));
  }
}
