package io.github.mesosdiscovery.autoconfigure;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * Digest credentials that were set as properties of their own.
 *
 * @param username the user name
 * @param password the password
 */
record Credentials(String username, String password) {

	private static final Log logger = LogFactory.getLog(Credentials.class);

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
		String userInfo = mechanism.userInfo();
		if (userInfo != null) {
			int colon = userInfo.indexOf(':');
			warn("The user name in '" + mechanism.property() + "'",
					(colon < 0) ? userInfo : userInfo.substring(0, colon));
			warn("The password in '" + mechanism.property() + "'", (colon < 0) ? "" : userInfo.substring(colon + 1));
		}
		if (!StringUtils.hasLength(username) && !StringUtils.hasLength(password)) {
			return null;
		}
		String nameProperty = zk + ".username";
		String passwordProperty = zk + ".password";
		if (!StringUtils.hasLength(username)) {
			throw new InvalidMesosPropertyException(nameProperty, "it is not set, but '" + passwordProperty + "' is",
					nameProperty + "=app");
		}
		if (!StringUtils.hasLength(password)) {
			throw new InvalidMesosPropertyException(passwordProperty, "it is not set, but '" + nameProperty + "' is",
					passwordProperty + "=${ZK_PASSWORD}");
		}
		if (username.indexOf(':') >= 0) {
			throw new InvalidMesosPropertyException(nameProperty, "it contains a colon, which ends a user name",
					nameProperty + "=app");
		}
		warn("'" + nameProperty + "'", username);
		warn("'" + passwordProperty + "'", password);
		if (userInfo != null && !userInfo.equals(username + ":" + password)) {
			throw new InvalidMesosPropertyException(
					mechanism.property(), "it holds other credentials than '" + nameProperty + "' and '"
							+ passwordProperty + "'; set them in one place",
					mechanism.property() + "=" + MechanismProperty.DEFAULT);
		}
		return new Credentials(username, password);
	}

	/**
	 * Warn of white space around it. It is sent as it stands, since it can be meant, but
	 * mostly it is the line break at the end of a file.
	 */
	static void warn(String what, String value) {
		if (!value.equals(value.strip())) {
			logger.warn(what + " begins or ends with white space or a line break, which is sent to ZooKeeper as part "
					+ "of the credentials. If it is not meant, for example at the end of a secret file, remove it");
		}
	}

	@Override
	public String toString() {
		return "Credentials[]";
	}

}
