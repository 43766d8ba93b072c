package io.github.mesosdiscovery.autoconfigure;

import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Digest credentials that were set as properties of their own.
 *
 * @param username the user name
 * @param password the password
 */
record Credentials(String username, String password) {

	/**
	 * Find the credentials to use beside the mechanism string. An empty value counts as
	 * none, as a placeholder with an empty default leaves it.
	 * @param zk the name of the property that the others are below
	 * @param username the value of {@code username}
	 * @param password the value of {@code password}
	 * @param mechanism the mechanism string, which can hold credentials too
	 * @return the credentials, or {@code null} when there are none
	 */
	static @Nullable Credentials of(String zk, @Nullable String username, @Nullable String password,
			MechanismProperty mechanism) {
		if (!StringUtils.hasLength(username) && !StringUtils.hasLength(password)) {
			return null;
		}
		String nameProperty = zk + ".username";
		String passwordProperty = zk + ".password";
		if (!StringUtils.hasLength(username)) {
			throw new InvalidMesosPropertyException(nameProperty, null,
					"it is not set, but '" + passwordProperty + "' is", nameProperty + "=app");
		}
		if (!StringUtils.hasLength(password)) {
			throw new InvalidMesosPropertyException(passwordProperty, null,
					"it is not set, but '" + nameProperty + "' is", passwordProperty + "=${ZK_PASSWORD}");
		}
		if (username.indexOf(':') >= 0) {
			throw new InvalidMesosPropertyException(nameProperty, null, "it contains a colon, which ends a user name",
					nameProperty + "=app");
		}
		String userInfo = mechanism.userInfo();
		if (userInfo != null && !userInfo.equals(username + ":" + password)) {
			throw new InvalidMesosPropertyException(
					mechanism.property(), null, "it holds other credentials than '" + nameProperty + "' and '"
							+ passwordProperty + "'; set them in one place",
					mechanism.property() + "=" + MechanismProperty.DEFAULT);
		}
		return new Credentials(username, password);
	}

	@Override
	public String toString() {
		return "Credentials[]";
	}

}
