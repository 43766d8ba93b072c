package io.github.mesosdiscovery.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.springframework.http.StreamingHttpOutputMessage.Body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

/**
 * Tests for {@link SentBody}.
 */
class SentBodyTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	@Test
	void bodyThatNobodyAskedForIsTakenBack() {
		SentBody body = new SentBody(body(false));
		assertThat(body.repeatable()).isTrue();
		assertThat(body.takeBack()).isTrue();
	}

	@Test
	void whoAsksForBodyThatWasTakenBackGetsNothing() {
		SentBody body = new SentBody(body(false));
		body.takeBack();
		assertThatIOException().isThrownBy(() -> body.writeTo(this.out)).withMessageContaining("had ended");
		assertThat(this.out.size()).isZero();
	}

	@Test
	void bodyThatHasGoneIsNotTakenBack() throws IOException {
		SentBody body = new SentBody(body(false));
		body.writeTo(this.out);
		assertThat(this.out).hasToString("text");
		assertThat(body.repeatable()).isFalse();
		assertThat(body.takeBack()).isFalse();
	}

	@Test
	void bodyThatCanBeWrittenAgainAlwaysIs() throws IOException {
		SentBody body = new SentBody(body(true));
		body.writeTo(this.out);
		assertThat(body.repeatable()).isTrue();
		assertThat(body.takeBack()).isTrue();
		body.writeTo(this.out);
		assertThat(this.out).hasToString("texttext");
	}

	private static Body body(boolean repeatable) {
		return new Body() {

			@Override
			public void writeTo(OutputStream out) throws IOException {
				out.write("text".getBytes(StandardCharsets.UTF_8));
			}

			@Override
			public boolean repeatable() {
				return repeatable;
			}

		};
	}

}
