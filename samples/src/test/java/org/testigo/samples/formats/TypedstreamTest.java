package org.testigo.samples.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testigo.formats.typedstream.TypedStream;
import org.testigo.model.Budget;

class TypedstreamTest {
  private static final String TEN_BYTES = "ñ✓🎉a";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 12, 13, 3_276, 3_277, 7_000})
  void textsOfEveryLengthComeBack(int times) {
    String text = TEN_BYTES.repeat(times);
    byte[] bytes = Typedstream.attributedString(text);
    assertThat(TypedStream.attributedText(bytes, Budget.unhurried()).text()).isEqualTo(text);
  }

  /// The layout of published examples of `attributedBody`, with another text.
  @Test
  void isLaidOutAsMessagesDoes() {
    byte[] bytes = Typedstream.attributedString("Hola ñ");
    assertThat(HexFormat.of().formatHex(bytes))
        .isEqualTo(
            "040b73747265616d747970656481e803840140848484124e5341747472696275746564537472696e6700"
                + "8484084e534f626a656374008592848484084e53537472696e67019484012b07486f6c6120c3b1"
                + "8684026949010692848484"
                + "0c4e5344696374696f6e617279009484016901928496961d"
                + "5f5f6b494d4d657373616765506172744174747269627574654e616d65869284848408"
                + "4e534e756d626572008484074e5356616c7565009484012a84999900868686");
  }
}
