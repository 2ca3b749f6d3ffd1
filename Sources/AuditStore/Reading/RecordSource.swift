/// Where a run's records are read from: the run is the first argument, a range of tenants the two
/// after it.
enum RecordSource {
  static let authorities = """
    FROM observation o
    JOIN subject s ON s.id = o.subject_id
    \(authorityJoins)
    WHERE o.run_id = ?1
    """

  static let credentials = """
    FROM observation o
    JOIN subject s ON s.id = o.subject_id
    \(credentialJoins)
    WHERE o.run_id = ?1
    """

  // SQLite keeps the order of a CROSS JOIN: the few subjects first, never the whole run for them.
  static let authoritiesOfTenants = """
    FROM subject s
    CROSS JOIN observation o ON o.subject_id = s.id AND o.run_id = ?1
    \(authorityJoins)
    WHERE s.kind = 'authority' AND s.tenant BETWEEN ?2 AND ?3
    """

  static let credentialsOfTenants = """
    FROM subject s
    CROSS JOIN observation o ON o.subject_id = s.id AND o.run_id = ?1
    \(credentialJoins)
    WHERE s.kind = 'credential' AND s.tenant BETWEEN ?2 AND ?3
    """

  private static let authorityJoins = """
    JOIN authority_description d ON d.id = o.authority_description_id
    LEFT JOIN inventory_file i ON i.id = o.inventory_file_id
    """

  private static let credentialJoins = """
    JOIN credential_description d ON d.id = o.credential_description_id
    LEFT JOIN inventory_file i ON i.id = o.inventory_file_id
    LEFT JOIN role_set w ON w.id = o.role_set_id
    """
}
