/** The keys and policies of the made-up domains whose mail is in test/corpus/mail. */
export const corpusZone: Readonly<Record<string, readonly string[]>> = {
  's1._domainkey.contoso.test TXT': [
    [
      '"v=DKIM1; h=sha256; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAw0s1WtG3KgaqMahywXXG9AzeOyf4RG/sgKUHGIM+Rg7zDkEd/BLNGM4Y4uBqqhSp5GHri2plKa5HGelI1LfanbVi5lyQiapMH/5aJr19Ef0jGtR3PrxYKxJ1/YC8Ujxo4fmpdRcrKPR71lHRJ0v5AW/m89UhbpFL2PqVv4cYpbAE1ILk"',
      '"ttMxMNwfT5mJ2/ul09gxhKBNReQNGRYasx0PzIeaD41gYReBFjgU9cvNvF0rHqHkUk7Ed2wpTeTGt7f1wzQLjCnONy8s3UqaRwF7MLE4iOqvOkMI3DGYYPNkH9Q1VcKKDW2M6MwHdUWaaBB4M3XGZd5wMkHMDjbNfdGmeQIDAQAB"',
    ].join(' '),
  ],
  'ed._domainkey.contoso.test TXT': [
    ['"v=DKIM1; k=ed25519; p=iqjEIqPe/OxmgWUjHC9L/cq6AOEA7CZ4uriy2YU828M="'].join(' '),
  ],
  '_dmarc.contoso.test TXT': [
    [
      '"v=DMARC1; p=quarantine; rua=mailto:dmarc@contoso.test; ruf=mailto:forensic@contoso.test; fo=1; adkim=s; aspf=r; pct=100"',
    ].join(' '),
  ],
  'fm1._domainkey.fabrikam.test TXT': [
    [
      '"v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAud8wtEAKRx0FVkN+Z/ylNo0vH0N+Z2IT7lglBxPqhTnu2Lc6gTrfaYnkufpcJb6aRMQROCaxB3X+ToRvOAkw1ZHZ5JvvuvBpIjLgmlUCjanc5Mw8M3c/cmcMcuNQ1UTe/eKBDMqJAf2rAVXGU0+9mh1lXR3M"',
      '"vB+Sq0yYkbi9bjreX4oTM+EkU+97H+8MCuKgTbjHzhnq1Ewgp2yTBWwNNpP1PUbtRUbgTN9Xcj12UAD6zjJi53XBXp7Xl6tutjfvgVL9G8MNDeCYLmRT86whjKRUv1xXLAuM1que+3KK1BXZdt54ybpVmP5/7mKNUMsVUJEUx5VY0/z7NmhVOY0FHQIDAQAB"',
    ].join(' '),
  ],
  '_dmarc.fabrikam.test TXT': [['"v=DMARC1; p=none; rua=mailto:agg@fabrikam.test"'].join(' ')],
};
