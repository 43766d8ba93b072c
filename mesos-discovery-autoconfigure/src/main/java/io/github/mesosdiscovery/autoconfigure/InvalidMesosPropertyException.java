package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * A configuration property has a value that cannot be used. The value is {@code null}
 * where it may hold a password.
 */
class InvalidMesosPropertyException extends RuntimeException {

	private final String property;

	private final @Nullable String value;

	private final String reason;

	private final String example;

	InvalidMesosPropertyException(String property, @Nullable String value, String reason, String example) {
		super("Property " + property + ((value != null) ? " is '" + value + "'" : " is wrong") + ": " + reason
				+ ". For example: " + example);
		this.property = property;
		this.value = value;
		this.reason = reason;
		this.example = example;
	}

	String getProperty() {
		return this.property;
	}

	@Nullable String getValue() {
		return this.value;
	}

	String getReason() {
		return this.reason;
	}

	String getExample() {
		return this.example;
	}

}
