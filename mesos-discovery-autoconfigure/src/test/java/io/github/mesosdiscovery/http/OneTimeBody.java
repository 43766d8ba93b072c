package io.github.mesosdiscovery.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import org.springframework.core.io.InputStreamResource;

/**
 * A body that can be written once only.
 */
final class OneTimeBody {

	private OneTimeBody() {
	}

	static InputStreamResource of(String text) {
		return new InputStreamResource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

}
